package app.frontrow.office.web.concert;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what an editor has typed with what another editor has saved meanwhile.
 */
final class ConcertFormComparison {

	private ConcertFormComparison() {
	}

	/** Returns the saved values that differ from the typed ones, by field. */
	static Map<String, String> findDifferences(ConcertForm saved, ConcertForm typed) {
		Map<String, String> differences = new LinkedHashMap<>();
		Map<String, String> wanted = fields(typed);
		fields(saved).forEach((field, text) -> {
			if (!text.equals(wanted.get(field))) {
				differences.put(field, text);
			}
		});
		return differences;
	}

	private static Map<String, String> fields(ConcertForm form) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("title", form.texts().title().strip());
		fields.put("artist", form.texts().artist().strip());
		fields.put("venue", form.texts().venue().strip());
		fields.put("description", form.texts().description().replace("\r\n", "\n").strip());
		fields.put("sales-open-at", form.texts().salesOpenAt());
		fields.put("shows",
				form.shows().stream().filter((start) -> !start.isBlank()).sorted().collect(Collectors.joining(", ")));
		fields.put("prices", form.bands().stream().map(ConcertFormComparison::line).collect(Collectors.joining(", ")));
		fields.put("second", line(form.second().language(), form.second().title(), form.second().artist(),
				form.second().venue(), form.second().description()));
		fields.put("visit", line(form.visit().address(), form.visit().mapUrl(), form.visit().doorsMinutes(),
				form.visit().runningMinutes(), form.visit().ageLimit(), form.visit().notice()));
		fields.put("cancellation-rules",
				form.rules()
					.stream()
					.filter((rule) -> !rule.isEmpty())
					.map((rule) -> "%s: %s %%".formatted(rule.days().strip(), rule.percent().strip()))
					.collect(Collectors.joining(", ")));
		return fields;
	}

	private static String line(String... texts) {
		return Stream.of(texts)
			.map((text) -> text.replace("\r\n", "\n").strip())
			.filter((text) -> !text.isEmpty())
			.collect(Collectors.joining(" · "));
	}

	private static String line(PriceBandForm band) {
		return "%s %s–%s: %s".formatted(band.grade(), band.fromSeat(), band.toSeat(), band.price());
	}

}
