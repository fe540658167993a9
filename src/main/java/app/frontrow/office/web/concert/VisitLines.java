package app.frontrow.office.web.concert;

import java.util.stream.Stream;

import app.frontrow.catalogue.concert.VisitDetails;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor needs to know, as it is typed.
 */
record VisitLines(String address, String mapUrl, String doorsMinutes, String runningMinutes, String ageLimit,
		String notice) {

	static final VisitLines EMPTY = new VisitLines("", "", "", "", "", "");

	/** Takes those of a concert; null is empty. */
	static VisitLines of(@Nullable VisitDetails visit) {
		return (visit != null) ? new VisitLines(text(visit.address()), text(visit.mapUrl()), text(visit.doorsMinutes()),
				text(visit.runningMinutes()), text(visit.ageLimit()), text(visit.notice())) : EMPTY;
	}

	static VisitLines read(FormReader form) {
		return new VisitLines(form.text("visit.address"), form.text("visit.mapUrl"), form.text("visit.doorsMinutes"),
				form.text("visit.runningMinutes"), form.text("visit.ageLimit"), form.text("visit.notice"));
	}

	/** Tells whether nothing is typed. */
	public boolean isEmpty() {
		return Stream.of(this.address, this.mapUrl, this.doorsMinutes, this.runningMinutes, this.ageLimit, this.notice)
			.allMatch(String::isBlank);
	}

	/**
	 * The details that are meant. Without any of them, a change removes those of before.
	 * @throws ConcertFormFault if a number cannot be read
	 */
	VisitDetails toVisit() {
		return new VisitDetails(this.address, this.mapUrl, number("visit.doorsMinutes", this.doorsMinutes),
				number("visit.runningMinutes", this.runningMinutes), number("visit.ageLimit", this.ageLimit),
				this.notice);
	}

	/** The value as text; null is empty. */
	static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

	private static @Nullable Integer number(String field, String typed) {
		try {
			return typed.isBlank() ? null : Integer.valueOf(typed.strip());
		}
		catch (NumberFormatException unreadable) {
			throw new ConcertFormFault(field, "number");
		}
	}

}
