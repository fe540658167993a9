package app.frontrow.office.web.concert;

import java.util.stream.Stream;

import app.frontrow.catalogue.concert.ConcertTranslation;
import org.jspecify.annotations.Nullable;

/**
 * The texts in a second language, as they are typed.
 *
 * @param language {@code ko}, {@code en} or empty
 */
record SecondTexts(String language, String title, String artist, String venue, String description) {

	static final SecondTexts EMPTY = new SecondTexts("", "", "", "", "");

	/** Takes those of a concert; null is empty. */
	static SecondTexts of(@Nullable ConcertTranslation texts) {
		return (texts != null) ? new SecondTexts(VisitLines.text(texts.language()), VisitLines.text(texts.title()),
				VisitLines.text(texts.artist()), VisitLines.text(texts.venue()), VisitLines.text(texts.description()))
				: EMPTY;
	}

	static SecondTexts read(FormReader form) {
		return new SecondTexts(form.text("translation.language"), form.text("translation.title"),
				form.text("translation.artist"), form.text("translation.venue"), form.text("translation.description"));
	}

	/** Tells whether nothing is typed or chosen. */
	public boolean isEmpty() {
		return Stream.of(this.language, this.title, this.artist, this.venue, this.description)
			.allMatch(String::isBlank);
	}

	/**
	 * The texts that are meant. Without any of them, a change removes those of before.
	 */
	ConcertTranslation toTranslation() {
		return new ConcertTranslation(this.language.isBlank() ? null : this.language, this.title, this.artist,
				this.venue, this.description);
	}

}
