package app.frontrow.money;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Programme;
import app.frontrow.catalogue.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.Concerts;
import app.frontrow.payments.Reconciliation;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.Discrepancy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reconciliation is silent about an honest history, and names each kind of damage. Damage
 * is done in a transaction that is rolled back, so that other tests see none.
 */
@RunningProduct
@Tag("database")
@ProvesRule(rule = "The reconciliation names each kind of difference", guard = "Reconciliation",
		brokenBy = "leaving out any of its eight checks")
class ReconciliationIT {

	@LocalServerPort
	private int port;

	@Autowired
	private Programme programme;

	@Autowired
	private Catalogue catalogue;

	@Autowired
	private Reconciliation reconciliation;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private Show show;

	private String member;

	private String reservation;

	private String payment;

	@BeforeEach
	void twoSeatsArePaid() {
		this.show = Concerts.showOnSale(this.programme, this.catalogue);
		ApiClient client = ApiClient.at(this.port).signUpAndLogIn();
		this.member = client.get("/api/v1/members/me").text("id");
		client.post("/api/v1/wallet/charges", Map.of("amount", 500_000)).expect(201);
		ApiClient inside = client.withQueueToken(
				client.post("/api/v1/concerts/" + this.show.concertId() + "/queue-tokens", null).text("queueToken"));
		Answer held = inside
			.post("/api/v1/reservations", Map.of("showId", this.show.id(), "seatNumbers", List.of(40, 41)))
			.expect(201);
		this.reservation = held.text("id");
		this.payment = inside.post("/api/v1/payments", Map.of("reservationId", this.reservation))
			.expect(201)
			.text("id");
	}

	@Test
	void anHonestHistoryAgrees() {
		assertThat(this.reconciliation.run().differences()).isEmpty();
	}

	@Test
	void aBalanceThatIsNotItsLedgersSumIsNamed() {
		assertNamed("balance-is-sum-of-ledger", "wallet " + this.member,
				"update wallets set balance = balance + 1 where member_id = '" + this.member + "'");
	}

	@Test
	void aLostLedgerLineIsNamed() {
		assertNamed("payment-debited-once", "payment " + this.payment,
				"delete from ledger_entries where reference = '" + this.payment + "'");
	}

	@Test
	void aSoldSeatThatNobodyPaidForIsNamed() {
		assertNamed("sold-seats-are-paid", "seat " + this.show.id() + "/1", "update seats set status = 'SOLD',"
				+ " reservation_id = '" + UUID.randomUUID() + "' where seat_no = 1 and show_id = " + this.show.id());
	}

	@Test
	void aPaidSeatThatIsNotSoldIsNamed() {
		assertNamed("paid-seats-are-sold", "seat " + this.show.id() + "/40", "update seats set status = 'AVAILABLE',"
				+ " reservation_id = null where seat_no = 40 and show_id = " + this.show.id());
	}

	@Test
	void aSeatWithTwoOwnersIsNamed() {
		UUID second = UUID.randomUUID();
		assertNamed("one-owner-per-seat", "seat " + this.show.id() + "/41",
				"insert into reservations select '" + second + "', member_id, concert_id, show_id, starts_at, total,"
						+ " status, held_until, queue_seq, created_at from reservations where id = '" + this.reservation
						+ "'",
				"insert into reservation_seats select '" + second + "', show_id, seat_no, grade, price"
						+ " from reservation_seats where seat_no = 41 and reservation_id = '" + this.reservation + "'");
	}

	@Test
	void aPaidReservationWithoutPaymentIsNamed() {
		assertNamed("paid-reservation-has-payment", "reservation " + this.reservation,
				"update payments set status = 'CANCELLED' where id = '" + this.payment + "'");
	}

	@Test
	void aDebitWithoutPaymentIsNamed() {
		assertNamed("debit-has-payment", "payment " + this.payment,
				"delete from tickets where payment_id = '" + this.payment + "'",
				"delete from payments where id = '" + this.payment + "'");
	}

	@Test
	void aRefundBeyondThePaymentIsNamed() {
		assertNamed("refunds-within-payments", "payment " + this.payment,
				"insert into ledger_entries (member_id, type, amount, balance_after, reference, created_at) values ('"
						+ this.member + "', 'REFUND', 180001, 0, '" + this.payment + "', utc_timestamp(6))");
	}

	@Test
	void onlyAdministratorsMayAsk() {
		ApiClient.at(this.port).get("/api/v1/admin/reconciliation").expectProblem(401, "not-authenticated");
		ApiClient.at(this.port).signUpAndLogIn().get("/api/v1/admin/reconciliation").expectProblem(403, "forbidden");
	}

	private void assertNamed(String check, String subject, String... damage) {
		List<Discrepancy> found = this.transaction.execute((status) -> {
			status.setRollbackOnly();
			for (String statement : damage) {
				assertThat(this.jdbc.update(statement)).as(statement).isPositive();
			}
			return this.reconciliation.run().differences();
		});
		assertThat(found).anySatisfy((difference) -> {
			assertThat(difference.check()).isEqualTo(check);
			assertThat(difference.subject()).isEqualTo(subject);
		});
		assertThat(this.reconciliation.run().consistent()).isTrue();
	}

}
