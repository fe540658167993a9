package app.frontrow.catalogue.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.PriceBand;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

/**
 * A new or changed concert from the ticket office.
 *
 * @param shows the shows; each must begin in the future
 * @param prices the grades; together they cover the seats 1 to 50
 * @param withdrawShows ids of all shows that {@code shows} leaves out; empty if absent
 */
record ConcertRequest(@NotNull String title, @NotNull String artist, @NotNull String venue, String description,
		@NotNull Instant salesOpenAt, @NotEmpty List<@NotNull @Valid ShowRequest> shows,
		@NotEmpty List<@NotNull @Valid PriceRequest> prices, Set<@NotNull Long> withdrawShows) {

	ConcertRequest {
		withdrawShows = (withdrawShows != null) ? withdrawShows : Set.of();
	}

	ConcertDraft toDraft() {
		return new ConcertDraft(this.title, this.artist, this.venue, (this.description != null) ? this.description : "",
				this.salesOpenAt, this.shows.stream().map(ShowRequest::startsAt).toList(),
				this.prices.stream().map(PriceRequest::toPriceBand).toList());
	}

	record ShowRequest(@NotNull Instant startsAt) {
	}

	record PriceRequest(@NotNull String grade, @NotNull Integer fromSeat, @NotNull Integer toSeat,
			@NotNull Long price) {

		PriceBand toPriceBand() {
			return new PriceBand(this.grade, this.fromSeat, this.toSeat, this.price);
		}

	}

}
