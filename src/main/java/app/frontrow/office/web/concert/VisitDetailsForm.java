package app.frontrow.office.web.concert;

import java.util.stream.Stream;

import app.frontrow.catalogue.concert.VisitDetails;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the form for what a visitor needs to know, as they were typed.
 */
record VisitDetailsForm(String address, String mapUrl, String doorsMinutes, String runningMinutes, String ageLimit,
		String notice) {

	static final VisitDetailsForm EMPTY = new VisitDetailsForm("", "", "", "", "", "");

	/** Fills the fields with the details of a concert. Null gives empty fields. */
	static VisitDetailsForm of(@Nullable VisitDetails visit) {
		return (visit != null) ? new VisitDetailsForm(text(visit.address()), text(visit.mapUrl()),
				text(visit.doorsMinutes()), text(visit.runningMinutes()), text(visit.ageLimit()), text(visit.notice()))
				: EMPTY;
	}

	static VisitDetailsForm read(FormReader form) {
		return new VisitDetailsForm(form.text("visit.address"), form.text("visit.mapUrl"),
				form.text("visit.doorsMinutes"), form.text("visit.runningMinutes"), form.text("visit.ageLimit"),
				form.text("visit.notice"));
	}

	/** Tells whether all fields are empty. */
	public boolean isEmpty() {
		return Stream.of(this.address, this.mapUrl, this.doorsMinutes, this.runningMinutes, this.ageLimit, this.notice)
			.allMatch(String::isBlank);
	}

	/**
	 * Returns the typed details. If all fields are empty, saving the form removes the
	 * details that the concert has.
	 * @throws ConcertFormFault if a number cannot be read
	 */
	VisitDetails toVisit() {
		return new VisitDetails(this.address, this.mapUrl, number("visit.doorsMinutes", this.doorsMinutes),
				number("visit.runningMinutes", this.runningMinutes), number("visit.ageLimit", this.ageLimit),
				this.notice);
	}

	/** Returns the value as text. Null gives an empty text. */
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
