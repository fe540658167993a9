package app.frontrow.catalogue.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.catalogue.concert.VisitDetails;
import org.jspecify.annotations.Nullable;

/**
 * A concert as an Event of schema.org, for search engines. Each show is an event within
 * it.
 *
 * @see <a href="https://schema.org/Event">schema.org</a>
 */
final class SchemaOrgEvent {

	private static final String SCHEMA = "https://schema.org/";

	private final Concert concert;

	private final List<Show> shows;

	private final String url;

	private final String image;

	/**
	 * Prepares the event.
	 * @param url whole address of the concert's page
	 * @param image whole address of the poster
	 */
	SchemaOrgEvent(Concert concert, List<Show> shows, String url, String image) {
		this.concert = concert;
		this.shows = shows;
		this.url = url;
		this.image = image;
	}

	/** Returns the event in the structure of JSON-LD. */
	Map<String, Object> toJson() {
		Map<String, Object> event = new LinkedHashMap<>();
		event.put("@context", "https://schema.org");
		addFacts(event, this.concert.firstShowAt(), this.concert.lastShowAt());
		event.put("url", this.url);
		event.put("image", List.of(this.image));
		if (!this.concert.description().isEmpty()) {
			event.put("description", this.concert.description());
		}
		event.put("performer", Map.of("@type", "PerformingGroup", "name", this.concert.artist()));
		event.put("offers", offers());
		if (this.concert.visit() != null && this.concert.visit().ageLimit() != null) {
			event.put("typicalAgeRange", this.concert.visit().ageLimit() + "-");
		}
		if (this.shows.size() > 1) {
			event.put("subEvent", this.shows.stream().map(this::toSubEvent).toList());
		}
		return event;
	}

	private Map<String, Object> toSubEvent(Show show) {
		Map<String, Object> event = new LinkedHashMap<>();
		addFacts(event, show.startsAt(), show.startsAt());
		return event;
	}

	private void addFacts(Map<String, Object> event, Instant first, Instant last) {
		VisitDetails visit = this.concert.visit();
		event.put("@type", "Event");
		event.put("name", this.concert.title());
		event.put("startDate", write(first));
		if (visit != null && visit.runningMinutes() != null) {
			event.put("endDate", write(last.plus(Duration.ofMinutes(visit.runningMinutes()))));
		}
		else if (!last.equals(first)) {
			event.put("endDate", write(last));
		}
		if (visit != null && visit.doorsMinutes() != null) {
			event.put("doorTime", write(first.minus(Duration.ofMinutes(visit.doorsMinutes()))));
		}
		event.put("eventStatus", SCHEMA + "EventScheduled");
		event.put("eventAttendanceMode", SCHEMA + "OfflineEventAttendanceMode");
		event.put("location", place(visit));
	}

	private Map<String, Object> place(@Nullable VisitDetails visit) {
		Map<String, Object> place = new LinkedHashMap<>(Map.of("@type", "Place", "name", this.concert.venue()));
		place.put("address", (visit != null && visit.address() != null) ? visit.address() : this.concert.venue());
		if (visit != null && visit.mapUrl() != null) {
			place.put("hasMap", visit.mapUrl());
		}
		return place;
	}

	private Map<String, Object> offers() {
		LongSummaryStatistics prices = this.concert.prices().stream().mapToLong(PriceBand::price).summaryStatistics();
		Map<String, Object> offers = new LinkedHashMap<>();
		offers.put("@type", "AggregateOffer");
		offers.put("priceCurrency", "KRW");
		offers.put("lowPrice", prices.getMin());
		offers.put("highPrice", prices.getMax());
		offers.put("validFrom", write(this.concert.salesOpenAt()));
		offers.put("availability", SCHEMA + switch (this.concert.status()) {
			case UPCOMING -> "PreOrder";
			case ON_SALE -> "InStock";
			case SOLD_OUT, ENDED -> "SoldOut";
		});
		offers.put("url", this.url);
		return offers;
	}

	private static String write(Instant time) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(Show.ZONE));
	}

}
