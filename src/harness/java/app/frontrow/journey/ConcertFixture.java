package app.frontrow.journey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.Show;

/**
 * Concerts for tests: VIP 1-10 for ₩150,000, R 11-30 for ₩120,000, S 31-50 for ₩90,000.
 */
public final class ConcertFixture {

	/** Prices of every concert made here. */
	public static final List<PriceBand> PRICES = List.of(new PriceBand("VIP", 1, 10, 150_000),
			new PriceBand("R", 11, 30, 120_000), new PriceBand("S", 31, 50, 90_000));

	private ConcertFixture() {
	}

	/** A concert on sale with this many shows. */
	public static long onSale(CatalogueEditService programme, int shows) {
		return programme.register(draft(Instant.now().minus(1, ChronoUnit.HOURS), shows));
	}

	/** The first show of a new concert on sale. */
	public static Show showOnSale(CatalogueEditService programme, CatalogueQueryService catalogue) {
		return catalogue.findShows(onSale(programme, 1)).get(0);
	}

	/** A concert on sale with this many shows, registered over the API. */
	public static long onSale(ApiClient admin, int shows) {
		return admin.post("/api/v1/concerts", body("은하수 투어 " + UUID.randomUUID(), shows)).expect(201).number("id");
	}

	/** A concert on sale as the API takes it. */
	public static Map<String, Object> body(String title, int shows) {
		ConcertDraft draft = draft(Instant.now().minus(1, ChronoUnit.HOURS), shows);
		return Map.of("title", title, "artist", draft.artist(), "venue", draft.venue(), "salesOpenAt",
				draft.salesOpenAt().toString(), "shows",
				draft.shows().stream().map((start) -> Map.of("startsAt", start.toString())).toList(), "prices",
				draft.prices());
	}

	/** A concert to be registered. */
	public static ConcertDraft draft(Instant salesOpenAt, int shows) {
		Instant first = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(30, ChronoUnit.DAYS);
		return new ConcertDraft("은하수 투어 " + UUID.randomUUID(), "별무리 밴드", "Frontrow Hall", "A night.", salesOpenAt,
				IntStream.range(0, shows).mapToObj((day) -> first.plus(day, ChronoUnit.DAYS)).toList(), PRICES);
	}

}
