package app.frontrow.catalogue.concert;

import jakarta.annotation.Nullable;

/**
 * The long and the optional texts of a concert.
 *
 * @param description may be empty
 * @param translation null if there is no second language
 * @param visit null if nothing is known
 */
public record ConcertTexts(String description, @Nullable ConcertTranslation translation, @Nullable VisitDetails visit) {

	/** Returns about how many characters these texts have. */
	public int length() {
		return this.description.length() + ((this.translation != null) ? this.translation.toString().length() : 0)
				+ ((this.visit != null) ? this.visit.toString().length() : 0);
	}

}
