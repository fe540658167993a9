package app.frontrow.office.web.concert;

import java.util.stream.Stream;

import app.frontrow.catalogue.concert.ConcertTranslation;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the form for the texts in a second language, as they were typed.
 *
 * @param language {@code ko}, {@code en} or empty
 */
record TranslationForm(String language, String title, String artist, String venue, String description) {

	static final TranslationForm EMPTY = new TranslationForm("", "", "", "", "");

	/** Fills the fields with the texts of a concert. Null gives empty fields. */
	static TranslationForm of(@Nullable ConcertTranslation texts) {
		return (texts != null) ? new TranslationForm(VisitDetailsForm.text(texts.language()),
				VisitDetailsForm.text(texts.title()), VisitDetailsForm.text(texts.artist()),
				VisitDetailsForm.text(texts.venue()), VisitDetailsForm.text(texts.description())) : EMPTY;
	}

	static TranslationForm read(FormReader form) {
		return new TranslationForm(form.text("translation.language"), form.text("translation.title"),
				form.text("translation.artist"), form.text("translation.venue"), form.text("translation.description"));
	}

	/** Tells whether all fields are empty. */
	public boolean isEmpty() {
		return Stream.of(this.language, this.title, this.artist, this.venue, this.description)
			.allMatch(String::isBlank);
	}

	/**
	 * Returns the typed texts. If all fields are empty, saving the form removes the texts
	 * that the concert has in a second language.
	 */
	ConcertTranslation toTranslation() {
		return new ConcertTranslation(this.language.isBlank() ? null : this.language, this.title, this.artist,
				this.venue, this.description);
	}

}
