package app.frontrow.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import app.frontrow.booking.reconciliation.ReconciliationChecker;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The member and two of the staff refund the same tickets at the same moment.
 */
class RefundRaceIT extends RaceTest {

	private static final int PRICE = 90_000;

	@Autowired
	private ReconciliationChecker reconciliation;

	@Autowired
	private DataSource database;

	private ApiClient fan;

	private ApiClient sera;

	private ApiClient joon;

	private long show;

	private String order;

	private List<String> codes;

	@BeforeEach
	void orderOfFourSeats() {
		long concert = ConcertFixture.onSale(this.programme, 1);
		this.sera = this.audience.staff(StaffRole.BOX_OFFICE, null);
		this.joon = this.audience.staff(StaffRole.BOX_OFFICE, concert);
		this.fan = this.audience.member().comeIn(concert);
		this.show = this.fan.firstShow(concert);
		this.fan.charge(1_000_000).expect(201);
		this.order = this.fan.hold(this.show, 41, 42, 43, 44).expect(201).text("id");
		Answer paid = this.fan.pay(this.order).expect(201);
		this.codes = List.of(paid.text("/tickets/0/code"), paid.text("/tickets/1/code"), paid.text("/tickets/2/code"),
				paid.text("/tickets/3/code"));
	}

	@AfterEach
	void reconciled() {
		assertThat(this.reconciliation.checkAll().differences()).isEmpty();
	}

	@Test
	@ProvesRule(rule = "Refunds of an order follow one another", guard = "OrderReversalService.refund",
			brokenBy = "leaving out the locks of wallet and order")
	void sameTicketsAreRefundedOnce() {
		List<Callable<Answer>> moves = new ArrayList<>();
		for (int round = 0; round < 4; round++) {
			String key = "round" + round;
			moves.add(() -> refund(this.sera, key, this.codes.subList(0, 2)));
			moves.add(() -> refund(this.joon, key, this.codes.subList(0, 2)));
			moves.add(() -> refund(this.joon, key, this.codes.subList(1, 3)));
			moves.add(() -> this.fan.delete("/api/v1/reservations/" + this.order + "?tickets=41,42"));
			moves.add(() -> this.fan.delete("/api/v1/reservations/" + this.order + "?tickets=44"));
		}
		Collections.shuffle(moves, new Random(7));

		List<Answer> answers = ConcurrentRunner.rush(moves);

		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isIn(200, 201, 409, 422));
		List<String> refunded = this.jdbc.sql("select ticket_code from refund_tickets where ticket_code in (:codes)")
			.param("codes", this.codes)
			.query(String.class)
			.list();
		assertThat(refunded).hasSize(3).contains(this.codes.get(1), this.codes.get(3));
		assertThat(this.fan.balance()).isEqualTo(1_000_000 - 4 * PRICE + 3 * PRICE);
		assertThat(this.fan.get("/api/v1/reservations/" + this.order).text("status")).isEqualTo("PARTLY_REFUNDED");
		assertThat(this.books.count("seats where reservation_id = ?", this.order)).isEqualTo(1);
	}

	@Test
	void wholeOrderIsRefundedOnce() {
		List<Callable<Answer>> moves = new ArrayList<>(Collections.nCopies(6, () -> refund(this.sera, "whole", null)));
		moves.addAll(Collections.nCopies(6, () -> refund(this.joon, "whole", null)));
		moves.addAll(Collections.nCopies(6, () -> this.fan.cancel(this.order)));
		Collections.shuffle(moves, new Random(8));

		List<Answer> answers = ConcurrentRunner.rush(moves);

		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isIn(200, 201, 409));
		assertThat(this.fan.balance()).isEqualTo(1_000_000);
		assertThat(this.fan.get("/api/v1/wallet/entries").number("totalItems")).isEqualTo(3);
	}

	@Test
	void sameKeyTwiceGivesTheSameAnswer() {
		List<Answer> answers = ConcurrentRunner
			.rush(Collections.nCopies(8, () -> refund(this.sera, "same", this.codes.subList(0, 1))));

		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isIn(201, 409));
		assertThat(answers.stream().filter((answer) -> answer.status() == 409))
			.allSatisfy((answer) -> answer.expectProblem(409, "request-in-progress"));
		assertThat(answers.stream().filter((answer) -> answer.status() == 201).map((answer) -> answer.text("id")))
			.hasSizeGreaterThan(0);
		Answer again = refund(this.sera, "same", this.codes.subList(0, 1)).expect(201);
		assertThat(answers.stream().filter((answer) -> answer.status() == 201).map((answer) -> answer.text("id")))
			.containsOnly(again.text("id"));
		refund(this.sera, "same", this.codes.subList(1, 2)).expectProblem(422, "idempotency-key-reused");
		assertThat(this.fan.balance()).isEqualTo(1_000_000 - 3 * PRICE);
	}

	@Test
	void refundThatEndsInTheMiddleIsDoneByTheNextTry() {
		long concert = this.fan.get("/api/v1/reservations/" + this.order).number("concertId");
		// the last row that a refund changes then breaks its constraint
		this.jdbc.sql("update shows set seats_left = 50 where id = ?").param(this.show).update();
		List<String> before = this.books.of(concert);

		refund(this.sera, "again", this.codes.subList(0, 1)).expect(500);

		assertThat(this.books.of(concert)).isEqualTo(before);
		this.jdbc.sql("update shows set seats_left = 46 where id = ?").param(this.show).update();
		refund(this.sera, "again", this.codes.subList(0, 1)).expect(201);
		assertThat(this.fan.balance()).isEqualTo(1_000_000 - 3 * PRICE);
	}

	@Test
	void holdCopiesTheRulesWithoutWaitingForAnEditor() throws SQLException {
		long concert = this.fan.get("/api/v1/reservations/" + this.order).number("concertId");
		ApiClient other = this.audience.member().comeIn(concert);
		try (Connection editor = this.database.getConnection()) {
			editor.setAutoCommit(false);
			editor.createStatement().executeQuery("select * from concerts where id = " + concert + " for update");
			other.hold(this.show, 1).expect(201);
			editor.rollback();
		}
	}

	private Answer refund(ApiClient staff, String key, List<String> tickets) {
		Map<String, Object> body = (tickets != null) ? Map.of("ticketCodes", tickets, "reason", "Race")
				: Map.of("all", true, "reason", "Race");
		return staff.with("Idempotency-Key", key).post("/api/v1/office/orders/" + this.order + "/refunds", body);
	}

}
