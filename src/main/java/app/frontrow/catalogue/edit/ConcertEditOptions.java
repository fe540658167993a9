package app.frontrow.catalogue.edit;

import org.jspecify.annotations.Nullable;

/**
 * Options of a change of a concert.
 *
 * @param version the version that the editor has read. The change is refused if the
 * concert has another version. Null accepts any version
 * @param announced whether everybody may see the concert; null leaves that as it is
 */
public record ConcertEditOptions(@Nullable Integer version, @Nullable Boolean announced) {

	/** Accepts any version and does not change whether the concert is announced. */
	public static final ConcertEditOptions NONE = new ConcertEditOptions(null, null);

}
