package app.frontrow.catalogue.concert;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import app.frontrow.shared.error.InvalidInputException.Violation;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.annotation.Nullable;

/**
 * What a visitor of a concert needs to know. Everything may be missing.
 *
 * @param address of the venue
 * @param mapUrl a map of the venue, an address with https
 * @param doorsMinutes minutes from the opening of the doors to the start, 0 to 600
 * @param runningMinutes minutes with all breaks, 1 to 1440
 * @param ageLimit youngest age in years, 0 to 99
 * @param notice for example the terms of cancellation; may have several lines
 */
public record VisitDetails(@Nullable String address, @Nullable String mapUrl, @Nullable Integer doorsMinutes,
		@Nullable Integer runningMinutes, @Nullable Integer ageLimit, @Nullable String notice) {

	private static final int MAX_ADDRESS = 300;

	private static final int MAX_URL = 500;

	private static final int MAX_NOTICE = 2000;

	private static final int MAX_DOORS = 600;

	private static final int MAX_RUNNING = 1440;

	private static final int MAX_AGE = 99;

	/** Returns a cleaned copy, or null if nothing is left. */
	@Nullable
	VisitDetails validate(List<Violation> violations) {
		String address = ConcertTextRules.checkOptionalName(violations, "visit.address", this.address, MAX_ADDRESS);
		String mapUrl = checkUrl(violations, this.mapUrl);
		checkRange(violations, "visit.doorsMinutes", this.doorsMinutes, 0, MAX_DOORS);
		checkRange(violations, "visit.runningMinutes", this.runningMinutes, 1, MAX_RUNNING);
		checkRange(violations, "visit.ageLimit", this.ageLimit, 0, MAX_AGE);
		String notice = ConcertTextRules.checkLines(violations, "visit.notice", this.notice, MAX_NOTICE);
		VisitDetails clean = new VisitDetails(address, mapUrl, this.doorsMinutes, this.runningMinutes, this.ageLimit,
				notice);
		return clean.isEmpty() ? null : clean;
	}

	/** Tells whether nothing is known. */
	@JsonIgnore
	public boolean isEmpty() {
		return Stream.of(this.address, this.mapUrl, this.doorsMinutes, this.runningMinutes, this.ageLimit, this.notice)
			.allMatch(Objects::isNull);
	}

	private static void checkRange(List<Violation> violations, String field, @Nullable Integer number, int min,
			int max) {
		if (number != null && (number < min || number > max)) {
			violations.add(new Violation(field, "range", List.of(min, max)));
		}
	}

	private static @Nullable String checkUrl(List<Violation> violations, @Nullable String typed) {
		if (typed == null || typed.isBlank()) {
			return null;
		}
		String url = typed.strip();
		if (url.length() > MAX_URL || !isWebAddress(url)) {
			violations.add(new Violation("visit.mapUrl", "web-address", List.of()));
		}
		return url;
	}

	private static boolean isWebAddress(String url) {
		try {
			URI address = URI.create(url);
			return "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null
					&& address.getUserInfo() == null;
		}
		catch (IllegalArgumentException broken) {
			return false;
		}
	}

}
