package app.frontrow.cost;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.webhooks.WebhookEndpointService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Statements per order, counted where the driver sends them, with an idempotency key and
 * for many members at once.
 */
@TestPropertySource(properties = { StatementCounter.SETTING, "frontrow.queue.capacity=1000",
		"frontrow.queue.admissions-per-second=100000" })
class OrderCostIT extends ProductTest {

	private static final int MEMBERS = 32;

	private static final int HOLD = 8;

	private static final int PAY = 10;

	private static final int TOP_UP = 5;

	private static final int TOP_UP_AND_PAY = 13;

	private static final int CANCEL = 8;

	private static final int REFUND = 18;

	private static final int HOLD_CALLS = 8;

	private static final int PAY_CALLS = 8;

	@Autowired
	private WebhookEndpointService webhooks;

	private List<ApiClient> members;

	private long show;

	@BeforeEach
	void membersInside() {
		long concert = ConcertFixture.onSale(this.programme, 1);
		this.show = this.catalogue.findShows(concert).get(0).id();
		this.members = this.audience.inside(MEMBERS, concert)
			.stream()
			.map((member) -> member.with("Idempotency-Key", UUID.randomUUID().toString()))
			.toList();
		rush((member) -> this.members.get(member).charge(200_000));
	}

	@Test
	@ProvesRule(rule = "An order takes few statements", guard = "HoldOperationFactory",
			brokenBy = "reading the order back")
	void holdsAndPaymentsCostFewStatements() {
		List<String> holds = cost(HOLD, (member) -> this.members.get(member).hold(this.show, member + 1));
		List<String> payments = cost(PAY, (member) -> this.members.get(member).pay(holds.get(member)));
		assertThat(payments).hasSize(MEMBERS);
		cost(REFUND, (member) -> this.members.get(member).delete("/api/v1/reservations/" + holds.get(member)));
	}

	@Test
	void fewCallsLeadFromAControllerToTheStatementThatDecides() {
		StatementCounter.reset();
		String hold = this.members.get(0).hold(this.show, 1).expect(201).text("id");
		assertThat(StatementCounter.findCallers("update seats")).hasSizeLessThanOrEqualTo(HOLD_CALLS);

		StatementCounter.reset();
		this.members.get(0).pay(hold).expect(201);
		assertThat(StatementCounter.findCallers("update reservations")).hasSizeLessThanOrEqualTo(PAY_CALLS);
	}

	@Test
	void paymentWithWebhooksCostsOneStatementMore() {
		List<String> holds = cost(HOLD, (member) -> this.members.get(member).hold(this.show, member + 1));
		this.jdbc
			.sql("insert into webhook_endpoints (id, address, events, secret, created_at) values"
					+ " (uuid(), 'https://127.0.0.1/', 'order.paid,show.sold-out', 'unreadable', utc_timestamp(6))")
			.update();
		try {
			await().until(() -> !this.webhooks.findAll().isEmpty());
			cost(PAY + 1, (member) -> this.members.get(member).pay(holds.get(member)));
			assertThat(StatementCounter.sent()).filteredOn((sql) -> sql.contains("webhook_deliveries"))
				.hasSize(MEMBERS);
		}
		finally {
			this.jdbc.sql("delete from webhook_endpoints").update();
			await().until(() -> this.webhooks.findAll().isEmpty());
		}
	}

	@Test
	void holdOfFourSeatsCostsNoMore() {
		List<String> holds = cost(HOLD, (member) -> this.members.get(member)
			.hold(this.show, 4 * member + 1, 4 * member + 2, 4 * member + 3, 4 * member + 4), 12);
		cost(CANCEL, (member) -> this.members.get(member).delete("/api/v1/reservations/" + holds.get(member)), 12);
	}

	@Test
	void topUpsCostFewStatements() {
		cost(TOP_UP, (member) -> this.members.get(member).with("Idempotency-Key", "second").charge(1_000));
	}

	@Test
	void topUpWithAPaymentCostsTheirSumWithoutASecondTransaction() {
		List<String> holds = cost(HOLD, (member) -> this.members.get(member).hold(this.show, member + 1));
		cost(TOP_UP_AND_PAY, (member) -> this.members.get(member)
			.post("/api/v1/payments", Map.of("reservationId", holds.get(member), "topUp", 1_000)));
	}

	@Test
	void refusedHoldOfARecentlyTakenSeatTakesNoLock() {
		this.members.get(0).hold(this.show, 50).expect(201);
		StatementCounter.reset();

		ConcurrentRunner
			.rush(IntStream.range(1, MEMBERS)
				.mapToObj((member) -> ConcurrentRunner.task(() -> this.members.get(member).hold(this.show, 50)))
				.toList())
			.forEach((answer) -> answer.expectProblem(409, "seat-taken"));

		assertThat(StatementCounter.sent()).noneMatch((sql) -> sql.contains("seat_allowances"))
			.hasSizeLessThanOrEqualTo(4 * (MEMBERS - 1));
	}

	private List<String> cost(int most, Request request) {
		return cost(most, request, MEMBERS);
	}

	private List<String> cost(int most, Request request, int members) {
		StatementCounter.reset();
		List<Answer> answers = rush(request, members);
		List<String> sent = StatementCounter.sent();
		assertThat(sent).as("%s per request: %s", (double) sent.size() / members, String.join("\n", sent))
			.hasSizeLessThanOrEqualTo(most * members)
			// a count of nothing would prove nothing
			.hasSizeGreaterThan(members);
		return answers.stream().map((answer) -> answer.text("id")).toList();
	}

	private List<Answer> rush(Request request) {
		return rush(request, MEMBERS);
	}

	private static List<Answer> rush(Request request, int members) {
		List<Answer> answers = ConcurrentRunner.rush(IntStream.range(0, members)
			.mapToObj((member) -> ConcurrentRunner.task(() -> request.send(member)))
			.toList());
		answers.forEach((answer) -> assertThat(answer.status()).as(answer.response().body()).isIn(200, 201));
		return answers;
	}

	private interface Request {

		Answer send(int member);

	}

}
