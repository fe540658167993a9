package app.frontrow.office.concert;

import java.time.Instant;
import java.util.List;

import app.frontrow.catalogue.cancellation.CancellationRule;
import app.frontrow.catalogue.concert.ConcertTranslation;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.VisitDetails;
import jakarta.annotation.Nullable;

/**
 * A concert as the ticket office sees it.
 *
 * @param version grows with every change
 * @param shows all of them by date, also those that have begun
 * @param prices by seat
 * @param translation null if there is no second language
 * @param visit null if nothing is known
 * @param cancellationRules those of the concert, or those of the setting if it has none;
 * the earliest first
 */
public record OfficeConcert(long id, String title, String artist, String venue, String description, Instant salesOpenAt,
		OfficeStatus status, int version, List<OfficeShow> shows, List<PriceBand> prices,
		@Nullable ConcertTranslation translation, @Nullable VisitDetails visit,
		List<CancellationRule> cancellationRules) {

	/** The same concert with its shows and prices. */
	OfficeConcert with(List<OfficeShow> allShows, List<PriceBand> allPrices) {
		return new OfficeConcert(this.id, this.title, this.artist, this.venue, this.description, this.salesOpenAt,
				this.status, this.version, allShows, allPrices, this.translation, this.visit, this.cancellationRules);
	}

	/** The shows that are not cancelled. */
	public List<OfficeShow> plannedShows() {
		return this.shows.stream().filter((show) -> !show.isCancelled()).toList();
	}

	/** The seats of all shows together. */
	public SeatCount seats() {
		return this.shows.stream().map(OfficeShow::seats).reduce(SeatCount.NONE, SeatCount::plus);
	}

}
