package app.frontrow.office.concert;

import java.time.Instant;
import java.util.List;

import app.frontrow.catalogue.cancellation.CancellationRule;
import app.frontrow.catalogue.concert.PriceBand;

/**
 * A concert as the ticket office sees it.
 *
 * @param version grows with every change
 * @param shows all of them by date, also those that have begun
 * @param prices by seat
 * @param cancellationRules those of the concert, or those of the setting if it has none;
 * the earliest first
 */
public record OfficeConcert(long id, String title, String artist, String venue, String description, Instant salesOpenAt,
		OfficeStatus status, int version, List<OfficeShow> shows, List<PriceBand> prices,
		List<CancellationRule> cancellationRules) {

	/** The shows that are not cancelled. */
	public List<OfficeShow> plannedShows() {
		return this.shows.stream().filter((show) -> !show.isCancelled()).toList();
	}

	/** The seats of all shows together. */
	public SeatCount seats() {
		return this.shows.stream().map(OfficeShow::seats).reduce(SeatCount.NONE, SeatCount::plus);
	}

}
