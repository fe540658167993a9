package app.frontrow.catalogue.concert;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import app.frontrow.shared.error.InvalidInputException.Violation;
import jakarta.annotation.Nullable;

/**
 * The texts of a concert in a second language. A missing text is shown in the first
 * language.
 *
 * @param language {@code ko} or {@code en}; null if nothing is translated
 */
public record ConcertTranslation(@org.jspecify.annotations.Nullable String language, @Nullable String title,
		@Nullable String artist, @Nullable String venue, @Nullable String description) {

	private static final Set<String> LANGUAGES = Set.of("ko", "en");

	/** Returns the names that the search knows too. */
	public List<String> names() {
		List<String> names = new ArrayList<>();
		for (String name : new String[] { this.title, this.artist, this.venue }) {
			if (name != null) {
				names.add(name);
			}
		}
		return names;
	}

	/** Returns a cleaned copy, or null if no text is left. */
	@Nullable
	ConcertTranslation validate(List<Violation> violations) {
		int first = violations.size();
		String title = ConcertTextRules.checkOptionalName(violations, "translation.title", this.title);
		String artist = ConcertTextRules.checkOptionalName(violations, "translation.artist", this.artist);
		String venue = ConcertTextRules.checkOptionalName(violations, "translation.venue", this.venue);
		String description = ConcertTextRules.checkLines(violations, "translation.description", this.description,
				ConcertTextRules.MAX_DESCRIPTION);
		boolean isEmpty = title == null && artist == null && venue == null && description == null;
		if ((this.language != null) ? !LANGUAGES.contains(this.language) : !isEmpty) {
			violations.add(first, new Violation("translation.language", "language", List.of()));
		}
		return isEmpty ? null : new ConcertTranslation(this.language, title, artist, venue, description);
	}

}
