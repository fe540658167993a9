package app.frontrow.office.concert;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.shared.error.InvalidInputException;

/**
 * Title and first day of a copy of a concert.
 *
 * @param title of the copy
 * @param firstShowOn the day of its first show, in Seoul. The other shows and the opening
 * of sales move by as many days
 */
public record ConcertCopy(String title, LocalDate firstShowOn) {

	private static final String FIRST_SHOW_ON = "firstShowOn";

	/** The years that a concert may have, so that no time overflows. */
	private static final int FIRST_YEAR = 2000;

	private static final int LAST_YEAR = 2100;

	/**
	 * Makes the copy. Cancelled shows are left out. If all shows were cancelled, the copy
	 * has them all.
	 * @param draft the content of the concert
	 * @throws InvalidInputException if the copy breaks a rule of concerts; a fault of its
	 * times belongs to the day of the first show
	 */
	ConcertDraft toDraft(OfficeConcert concert, ConcertDraft draft) {
		if (this.firstShowOn.getYear() < FIRST_YEAR || this.firstShowOn.getYear() > LAST_YEAR) {
			throw new InvalidInputException(FIRST_SHOW_ON, "time");
		}
		List<OfficeShow> shows = concert.plannedShows().isEmpty() ? concert.shows() : concert.plannedShows();
		LocalDate before = shows.get(0).startsAt().atZone(Show.ZONE).toLocalDate();
		long days = ChronoUnit.DAYS.between(before, this.firstShowOn);
		try {
			return draft
				.planAnew(this.title, draft.salesOpenAt().plus(days, ChronoUnit.DAYS),
						shows.stream().map((show) -> show.startsAt().plus(days, ChronoUnit.DAYS)).distinct().toList())
				.validate();
		}
		catch (InvalidInputException invalid) {
			throw withFieldsOfCopy(invalid);
		}
	}

	/** Returns the same faults under the names of the fields of the copy form. */
	static InvalidInputException withFieldsOfCopy(InvalidInputException invalid) {
		return new InvalidInputException(invalid.violations()
			.stream()
			.map((fault) -> "title".equals(fault.field()) ? fault
					: new InvalidInputException.Violation(FIRST_SHOW_ON, fault.rule(), fault.arguments()))
			.distinct()
			.toList());
	}

}
