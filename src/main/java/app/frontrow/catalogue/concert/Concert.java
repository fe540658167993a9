package app.frontrow.catalogue.concert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.Nullable;

/**
 * A concert with its status at the moment of the request.
 *
 * @param seatsLeft seats not yet sold in shows that have not begun
 * @param prices the price bands in the order of seats, without gaps
 * @param translation texts in a second language; null if there is none
 * @param visit what a visitor needs to know; null if nothing is known
 * @param notices shows that were cancelled or moved, by the date that was announced
 */
public record Concert(long id, String title, String artist, String venue, String description, Instant salesOpenAt,
		SaleStatus status, Instant firstShowAt, Instant lastShowAt, int seatsLeft, List<PriceBand> prices,
		@Nullable ConcertTranslation translation, @Nullable VisitDetails visit, List<Show.Notice> notices) {

	/** A concert without optional details. */
	public Concert(long id, String title, String artist, String venue, String description, Instant salesOpenAt,
			SaleStatus status, Instant firstShowAt, Instant lastShowAt, int seatsLeft, List<PriceBand> prices) {
		this(id, title, artist, venue, description, salesOpenAt, status, firstShowAt, lastShowAt, seatsLeft, prices,
				null, null, List.of());
	}

	/**
	 * Returns the concert with its texts in this language, where it has them.
	 * @param language for example {@code en}
	 */
	public Concert inLanguage(String language) {
		ConcertTranslation other = this.translation;
		if (other == null || !language.equals(other.language())) {
			return this;
		}
		return new Concert(this.id, choose(other.title(), this.title), choose(other.artist(), this.artist),
				choose(other.venue(), this.venue), choose(other.description(), this.description), this.salesOpenAt,
				this.status, this.firstShowAt, this.lastShowAt, this.seatsLeft, this.prices, other, this.visit,
				this.notices);
	}

	/**
	 * Returns the concert with its texts in the language of the reader, where it has
	 * them.
	 */
	public Concert inLanguage(Locale reader) {
		return inLanguage(reader.getLanguage());
	}

	private static String choose(@Nullable String translated, String original) {
		return (translated != null) ? translated : original;
	}

}
