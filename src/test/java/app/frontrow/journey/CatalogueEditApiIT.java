package app.frontrow.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ticket office changes the programme over the API.
 */
@Tag("database")
class CatalogueEditApiIT extends ProductTest {

	private static final Instant FIRST = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(20, ChronoUnit.DAYS);

	private ApiClient office;

	private ApiClient fan;

	@BeforeEach
	void officeAndFan() {
		this.office = this.audience.admin();
		this.fan = this.audience.member();
	}

	@Test
	void concertIsRegisteredFoundChangedAndDeleted() {
		Map<String, Object> draft = draft(FIRST, FIRST.plus(1, ChronoUnit.DAYS));
		Answer made = this.office.post("/api/v1/concerts", draft).expect(201);
		String path = made.header("Location");
		assertThat(path).isEqualTo("/api/v1/concerts/" + made.number("id"));
		assertThat(made.text("status")).isEqualTo("ON_SALE");
		assertThat(made.number("seatsLeft")).isEqualTo(100);
		assertThat(made.number("/prices/0/price")).isEqualTo(150_000);
		assertThat(this.fan.get("/api/v1/concerts?q=" + draft.get("artist")).number("totalItems")).isEqualTo(1);

		Map<String, Object> changed = draft(FIRST.plus(1, ChronoUnit.DAYS), FIRST.plus(2, ChronoUnit.DAYS));
		changed.put("title", "이름을 바꾼 공연");
		changed.put("prices", List.of(Map.of("grade", "전석", "fromSeat", 1, "toSeat", 50, "price", 10_000)));
		changed.put("withdrawShows", List.of(this.office.get(officePath(made)).number("/shows/0/id")));
		Answer after = this.office.put(path, changed).expect(200);
		assertThat(after.text("title")).isEqualTo("이름을 바꾼 공연");
		assertThat(Instant.parse(after.text("firstShowAt"))).isEqualTo(FIRST.plus(1, ChronoUnit.DAYS));
		ApiClient inside = this.fan.queue(made.number("id"));
		Answer shows = inside.get(path + "/shows").expect(200);
		assertThat(shows.json().size()).isEqualTo(2);
		assertThat(shows.number("/0/priceFrom")).isEqualTo(10_000);

		this.office.delete(path).expect(204);
		this.fan.get(path).expectProblem(404, "not-found");
		inside.get("/api/v1/shows/" + shows.number("/0/id") + "/seats").expectProblem(404, "not-found");
		this.office.delete(path).expectProblem(404, "not-found");
	}

	@Test
	@ProvesRule(rule = "A concert with held or sold seats keeps its shows and prices",
			guard = "SeatInventoryListener.repriceSeats", brokenBy = "leaving out lockAndCountLive")
	void showsAndPricesStayWhileASeatIsHeld() {
		Answer made = this.office.post("/api/v1/concerts", draft(FIRST)).expect(201);
		String path = made.header("Location");
		ApiClient inside = this.fan.queue(made.number("id"));
		long show = inside.get(path + "/shows").number("/0/id");
		Answer held = inside.hold(show, 1).expect(201);

		this.office.delete(path).expectProblem(409, "concert-has-sales");
		Map<String, Object> moved = draft(FIRST.plus(3, ChronoUnit.DAYS));
		moved.put("withdrawShows", List.of(show));
		this.office.put(path, moved).expectProblem(409, "concert-has-sales");
		Map<String, Object> dearer = draft(FIRST);
		dearer.put("prices", List.of(Map.of("grade", "R", "fromSeat", 1, "toSeat", 50, "price", 999_000)));
		this.office.put(path, dearer).expectProblem(409, "concert-has-sales");
		Map<String, Object> renamed = draft(FIRST);
		renamed.put("title", "Texts may change");
		assertThat(this.office.put(path, renamed).expect(200).text("title")).isEqualTo("Texts may change");
		assertThat(inside.seats(show).text("/seats/0/status")).isEqualTo("HELD");

		inside.cancel(held.text("id")).expect(200);
		this.office.delete(path).expect(204);
	}

	@Test
	@ProvesRule(rule = "A sale that has opened is not put off", guard = "ConcertEntity.requireMovableOpening",
			brokenBy = "leaving out the call")
	@ProvesRule(rule = "A sale that opens within a minute is not put off",
			guard = "OpeningIsFixedException.FIXED_BEFORE", brokenBy = "setting it to zero")
	void openSaleCannotBePostponed() {
		for (Duration sinceOpening : List.of(Duration.ofHours(1), Duration.ofSeconds(-30))) {
			String opened = Instant.now().minus(sinceOpening).toString();
			String path = register(opened);
			Map<String, Object> later = opening(Instant.now().plusSeconds(3_600).toString());

			Answer refused = this.office.put(path, later).expectProblem(409, "opening-is-fixed");

			assertThat(refused.text("salesOpenAt")).isEqualTo(this.fan.get(path).text("salesOpenAt"));
			this.office.put(path, opening(opened)).expect(200);
			this.office.put(path, opening(Instant.now().minusSeconds(60).toString())).expect(200);
		}
	}

	@Test
	@ProvesRule(rule = "A change that does not name translation and visit leaves them",
			guard = "ConcertDraft.withDetailsOf", brokenBy = "taking only those of the draft")
	void detailsThatAreNotNamedStay() {
		Map<String, Object> draft = draft(FIRST);
		draft.put("translation", Map.of("language", "en", "title", "Milky Way"));
		draft.put("visit", Map.of("ageLimit", 12));
		String path = this.office.post("/api/v1/concerts", draft).expect(201).header("Location");

		Answer kept = this.office.put(path, draft(FIRST)).expect(200);
		assertThat(kept.text("/translation/title")).isEqualTo("Milky Way");
		assertThat(kept.number("/visit/ageLimit")).isEqualTo(12);

		draft.put("translation", Map.of());
		draft.put("visit", Map.of());
		Answer removed = this.office.put(path, draft).expect(200);
		assertThat(removed.json().path("translation").isNull()).isTrue();
		assertThat(removed.json().path("visit").isNull()).isTrue();
	}

	@Test
	void laterSaleCanBePostponed() {
		String path = register(Instant.now().plusSeconds(600).toString());

		Answer after = this.office.put(path, opening(Instant.now().plusSeconds(3_600).toString())).expect(200);

		assertThat(after.text("status")).isEqualTo("UPCOMING");
	}

	@Test
	void concertSentBackAsReadStaysTheSame() {
		Answer made = this.office
			.post("/api/v1/concerts",
					draft(FIRST, FIRST.plus(1, ChronoUnit.DAYS), FIRST.plus(2, ChronoUnit.DAYS).plusNanos(1_000)))
			.expect(201);
		Answer read = this.office.get(officePath(made)).expect(200);
		assertThat(read.json().at("/shows").size()).isEqualTo(3);

		this.office.put(made.header("Location"), read.json()).expect(200);

		assertThat(this.office.get(officePath(made)).json().properties()).containsOnlyOnceElementsOf(
				read.json().properties().stream().filter((member) -> !member.getKey().equals("version")).toList());
	}

	@Test
	void changeThatLeavesOutShowsIsRefusedWithThem() {
		Answer made = this.office.post("/api/v1/concerts", draft(FIRST, FIRST.plus(1, ChronoUnit.DAYS))).expect(201);
		Answer before = this.office.get(officePath(made));
		Map<String, Object> shorter = draft(FIRST);

		Answer refused = this.office.put(made.header("Location"), shorter).expectProblem(409, "shows-left-out");

		assertThat(refused.json().at("/shows").size()).isEqualTo(1);
		assertThat(refused.text("/shows/0/id")).isEqualTo(before.text("/shows/1/id"));
		assertThat(refused.text("/shows/0/startsAt")).isEqualTo(before.text("/shows/1/startsAt"));
		assertThat(this.office.get(officePath(made)).json()).isEqualTo(before.json());
		shorter.put("withdrawShows", List.of(refused.number("/shows/0/id")));
		this.office.put(made.header("Location"), shorter).expect(200);
		this.office.put(made.header("Location"), shorter).expect(200);
		assertThat(this.office.get(officePath(made)).json().at("/shows").size()).isEqualTo(1);
	}

	private String register(String salesOpenAt) {
		return this.office.post("/api/v1/concerts", opening(salesOpenAt)).expect(201).header("Location");
	}

	private static Map<String, Object> opening(String salesOpenAt) {
		Map<String, Object> draft = draft(FIRST);
		draft.put("salesOpenAt", salesOpenAt);
		return draft;
	}

	private static String officePath(Answer concert) {
		return "/api/v1/office/concerts/" + concert.number("id");
	}

	private static Map<String, Object> draft(Instant... shows) {
		Map<String, Object> draft = new HashMap<>();
		draft.put("title", "달빛 아래 <b>합주</b>");
		draft.put("artist", "artist-" + UUID.randomUUID());
		draft.put("venue", "Frontrow Hall");
		draft.put("description", "One night. 🎻");
		draft.put("salesOpenAt", Instant.now().minus(1, ChronoUnit.HOURS).toString());
		draft.put("shows", Arrays.stream(shows).map((start) -> Map.of("startsAt", start.toString())).toList());
		draft.put("prices", List.of(Map.of("grade", "VIP", "fromSeat", 1, "toSeat", 10, "price", 150_000),
				Map.of("grade", "R", "fromSeat", 11, "toSeat", 50, "price", 120_000)));
		return draft;
	}

}
