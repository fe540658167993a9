package app.frontrow.office;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import app.frontrow.waitingroom.policy.ControlsChangedException;
import app.frontrow.waitingroom.policy.QueueControl;
import app.frontrow.waitingroom.policy.QueueControlService;
import app.frontrow.waitingroom.policy.QueueMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The box office watches a sale and steers its queue.
 */
@Tag("database")
class BoardIT extends ProductTest {

	@Autowired
	private QueueControlService controls;

	private Show show;

	private String boardPath;

	private ApiClient sera;

	@BeforeEach
	void oneSale() {
		this.show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		this.boardPath = "/api/v1/office/concerts/" + this.show.concertId() + "/board";
		this.sera = this.audience.staff(StaffRole.BOX_OFFICE, this.show.concertId());
	}

	@Test
	void boardCountsSeatsMoneyAndQueueWithinFiveSeconds() {
		List<ApiClient> fans = this.audience.inside(3, this.show.concertId());
		fans.forEach((fan) -> fan.charge(500_000).expect(201));
		fans.get(0).pay(fans.get(0).hold(this.show.id(), 1, 31).expect(201).text("id")).expect(201);
		fans.get(1).hold(this.show.id(), 2).expect(201);

		await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
			Answer board = this.sera.get(this.boardPath).expect(200);
			assertThat(board.json().at("/shows/0/seats").toString())
				.isEqualTo("{\"sold\":2,\"held\":1,\"free\":47,\"blocked\":0}");
			assertThat(board.number("revenue")).isEqualTo(240_000);
			assertThat(board.number("/queue/inside")).isEqualTo(2);
			assertThat(board.number("/queue/admitted")).isEqualTo(3);
			assertThat(board.number("/funnel/joined")).isEqualTo(3);
			assertThat(board.number("/funnel/held")).isEqualTo(2);
			assertThat(board.number("/funnel/paid")).isOne();
			assertThat(sum(board.json().at("/perMinute"), "paid")).isOne();
			assertThat(sum(board.json().at("/perMinute"), "joined")).isEqualTo(3);
		});
		assertThat(Instant.parse(this.sera.get(this.boardPath).text("asOf"))).isAfter(Instant.now().minusSeconds(5));
		assertThat(this.sera.get(this.boardPath + "?from=2090-01-01").expect(200).json().at("/perMinute")).isEmpty();
		this.sera.get(this.boardPath + "?from=%2B999999999-12-31").expectProblem(400, "validation-failed");
		PageClient browser = PageClient.at(this.port);
		browser.logIn(this.sera.get("/api/v1/members/me").text("username"), "correct horse");
		assertThat(browser.get("/office/concerts/" + this.show.concertId()).body()).contains(
				"data-testid=\"board-sold\" data-value=\"2\"", "data-testid=\"board-held\" data-value=\"1\"",
				"data-testid=\"board-revenue\" data-value=\"240000\"");
	}

	@Test
	void boardIsForTheBoxOfficeOfTheConcert() {
		ApiClient elsewhere = this.audience.staff(StaffRole.BOX_OFFICE, ConcertFixture.onSale(this.programme, 1));

		elsewhere.get(this.boardPath).expectProblem(404, "not-found");
		this.audience.staff(StaffRole.FINANCE, null).get(this.boardPath).expectProblem(403, "forbidden");
		this.audience.member().get(this.boardPath).expectProblem(403, "forbidden");
		this.audience.admin().get("/api/v1/office/concerts/999999999/board").expectProblem(404, "not-found");
	}

	@Test
	void steeringFromThePageTakesEffectAndIsNoted() {
		String page = "/office/concerts/" + this.show.concertId();
		String name = this.sera.get("/api/v1/members/me").text("username");
		PageClient browser = PageClient.at(this.port);
		browser.logIn(name, "correct horse");
		Map<String, String> form = browser.filled(page, page + "/queue", "capacity", "7");
		form.putAll(Map.of("rate", "0.5", "mode", "PAUSED", "message", "10분 뒤에 다시 <시작>합니다"));

		assertThat(PageClient.location(browser.post(page + "/queue", form))).isEqualTo(page);
		assertThat(browser.post(page + "/queue", form).statusCode()).as("the same form once more").isEqualTo(412);

		QueueControl steered = this.controls.getControl(this.show.concertId());
		assertThat(steered).isEqualTo(new QueueControl(7, 0.5, QueueMode.PAUSED, "10분 뒤에 다시 <시작>합니다"));
		assertThat(browser.get(page).body()).containsOnlyOnce("data-testid=\"queue-change\"").contains(name);
		for (Map<String, String> wrong : List.of(Map.of("capacity", "0"), Map.of("capacity", "many"),
				Map.of("rate", "-1"), Map.of("rate", "1e9"), Map.of("mode", "?"), Map.of("seen", "?"),
				Map.of("message", "x".repeat(301)))) {
			Map<String, String> spoilt = browser.filled(page, page + "/queue", "rate", "0.5");
			spoilt.put("mode", "OPEN");
			spoilt.putAll(wrong);
			assertThat(browser.post(page + "/queue", spoilt).statusCode()).as(wrong.toString()).isEqualTo(400);
		}
		assertThat(this.controls.getControl(this.show.concertId())).isEqualTo(steered);
	}

	@Test
	@ProvesRule(rule = "Of two who steer a queue at a time, one is told", guard = "QueueControlService.change",
			brokenBy = "leaving out the comparison with what was seen")
	void twoWhoSteerAtOnceDoNotOverwriteEachOther() {
		for (int round = 0; round < 5; round++) {
			QueueControl seen = this.controls.getControl(this.show.concertId());
			int base = 10 * round;
			List<Boolean> done = ConcurrentRunner.rush(List.of(1, 2, 3, 4)
				.stream()
				.map((number) -> ConcurrentRunner.task(() -> steer(seen, base + number + 1_000)))
				.toList());
			assertThat(done).containsOnlyOnce(true);
		}
	}

	private boolean steer(QueueControl seen, int capacity) {
		try {
			this.controls.change(this.show.concertId(), seen::equals,
					new QueueControl(capacity, 20, QueueMode.OPEN, null));
			return true;
		}
		catch (ControlsChangedException changed) {
			return false;
		}
	}

	private static long sum(JsonNode minutes, String field) {
		return minutes.valueStream().mapToLong((minute) -> minute.at("/" + field).longValue()).sum();
	}

}
