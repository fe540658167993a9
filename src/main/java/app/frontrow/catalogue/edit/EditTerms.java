package app.frontrow.catalogue.edit;

import org.jspecify.annotations.Nullable;

/**
 * On what terms a concert is changed.
 *
 * @param version the version that the editor has read; null to change any version
 * @param announced whether everybody is to see the concert; null to leave that as it is
 */
public record EditTerms(@Nullable Integer version, @Nullable Boolean announced) {

	/** Changes any version, and leaves it announced or not. */
	public static final EditTerms NONE = new EditTerms(null, null);

}
