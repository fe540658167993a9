package app.frontrow.catalogue.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import app.frontrow.catalogue.cancellation.CancellationRule;
import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.ConcertTranslation;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.VisitDetails;
import app.frontrow.catalogue.edit.ConcertEditOptions;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

/**
 * A new or changed concert from the ticket office.
 *
 * @param shows the shows; each must begin in the future
 * @param prices the grades; together they cover the seats 1 to 50
 * @param status {@code DRAFT} for a concert that only the ticket office sees; anything
 * else announces it. A change without a status does not change this
 * @param withdrawShows ids of all shows that {@code shows} leaves out; empty if absent
 * @param translation texts in a second language. A change without it leaves them as they
 * are; an empty object removes them
 * @param visit what a visitor needs to know. A change without it leaves that as it is; an
 * empty object removes it
 * @param cancellationRules what is kept of the price when tickets are cancelled, by days
 * before the show. A change without it leaves the rules as they are; an empty list takes
 * the setting
 */
record ConcertRequest(@NotNull String title, @NotNull String artist, @NotNull String venue, String description,
		@NotNull Instant salesOpenAt, @NotEmpty List<@NotNull @Valid ShowRequest> shows,
		@NotEmpty List<@NotNull @Valid PriceRequest> prices, Set<@NotNull Long> withdrawShows, @Nullable String status,
		ConcertTranslation translation, VisitDetails visit,
		@Nullable List<@NotNull @Valid RuleRequest> cancellationRules) {

	private static final String DRAFT = "DRAFT";

	ConcertRequest {
		withdrawShows = (withdrawShows != null) ? withdrawShows : Set.of();
	}

	boolean isDraft() {
		return DRAFT.equals(this.status);
	}

	/**
	 * Returns the options of a change.
	 * @param version the version that the editor has read; null accepts any version
	 */
	ConcertEditOptions toEditOptions(@Nullable Integer version) {
		return new ConcertEditOptions(version, (this.status != null) ? !isDraft() : null);
	}

	ConcertDraft toDraft() {
		return new ConcertDraft(this.title, this.artist, this.venue, (this.description != null) ? this.description : "",
				this.salesOpenAt,
				this.shows.stream().filter((show) -> !show.isCancelled()).map(ShowRequest::startsAt).toList(),
				this.prices.stream().map(PriceRequest::toPriceBand).toList(), this.translation, this.visit,
				(this.cancellationRules != null) ? this.cancellationRules.stream().map(RuleRequest::toRule).toList()
						: null);
	}

	/**
	 * A show.
	 *
	 * @param status a cancelled show is ignored, so that what the ticket office reads can
	 * be sent back
	 */
	record ShowRequest(@NotNull Instant startsAt, @Nullable String status) {

		boolean isCancelled() {
			return "CANCELLED".equals(this.status);
		}

	}

	record RuleRequest(@NotNull Integer daysBefore, @NotNull Integer percent) {

		CancellationRule toRule() {
			return new CancellationRule(this.daysBefore, this.percent);
		}

	}

	record PriceRequest(@NotNull String grade, @NotNull Integer fromSeat, @NotNull Integer toSeat,
			@NotNull Long price) {

		PriceBand toPriceBand() {
			return new PriceBand(this.grade, this.fromSeat, this.toSeat, this.price);
		}

	}

}
