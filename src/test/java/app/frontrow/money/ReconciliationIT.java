package app.frontrow.money;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.booking.reconciliation.ReconciliationChecker;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.Discrepancy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reconciliation names each kind of damage. Damage is rolled back, so that other tests
 * see none.
 */
@Tag("database")
@ProvesRule(rule = "The reconciliation names each kind of difference", guard = "ReconciliationChecker",
		brokenBy = "leaving out any of its checks")
class ReconciliationIT extends ProductTest {

	@Autowired
	private ReconciliationChecker reconciliation;

	@Autowired
	private TransactionTemplate transaction;

	private Map<String, String> names;

	@BeforeEach
	void twoSeatsArePaidAndOneIsRefundedWithAFee() {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		ApiClient inside = this.audience.member().queue(show.concertId());
		inside.charge(500_000).expect(201);
		String reservation = inside.hold(show.id(), 40, 41, 42).expect(201).text("id");
		Answer paid = inside.pay(reservation).expect(201);
		this.jdbc.sql("update payments set paid_at = paid_at - interval 25 hour where reservation_id = ?")
			.param(reservation)
			.update();
		this.jdbc.sql("update reservations set cancellation_rules = '0:10' where id = ?").param(reservation).update();
		inside.delete("/api/v1/reservations/" + reservation + "?tickets=42").expect(200);
		String refund = this.jdbc.sql("select id from refunds where payment_id = ?")
			.param(paid.text("id"))
			.query(String.class)
			.single();
		String number = this.jdbc.sql("select number from refunds where id = ?")
			.param(refund)
			.query(String.class)
			.single();
		ApiClient owner = this.audience.admin();
		String office = "/api/v1/office/shows/" + show.id();
		owner.post(office + "/blocks", Map.of("seatNumbers", List.of(2), "reason", "Camera")).expect(201);
		String gift = owner
			.post(office + "/complimentary", Map.of("seatNumbers", List.of(3, 4), "username",
					inside.get("/api/v1/members/me").text("username"), "reason", "Guests"))
			.expect(201)
			.text("/order/id");
		this.names = Map.ofEntries(Map.entry("$member", inside.get("/api/v1/members/me").text("id")),
				Map.entry("$reservation", reservation), Map.entry("$payment", paid.text("id")),
				Map.entry("$show", String.valueOf(show.id())), Map.entry("$second", UUID.randomUUID().toString()),
				Map.entry("$code", UUID.randomUUID().toString().substring(0, 8)), Map.entry("$refund", refund),
				Map.entry("$number", number), Map.entry("$void", paid.text("/tickets/2/code")),
				Map.entry("$gift", gift));
	}

	@Test
	void normalHistoryHasNoDifferences() {
		assertThat(this.reconciliation.checkAll().differences()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"balance-is-sum-of-ledger | wallet $member | update wallets set balance = balance + 1 where member_id = '$member'",
			"payment-debited-once | payment $payment | delete from ledger_entries where reference = '$payment'",
			"sold-seats-are-paid | seat $show/1 | update seats set status = 'SOLD', reservation_id = uuid()"
					+ " where seat_no = 1 and show_id = $show",
			"paid-seats-are-sold | seat $show/40 | update seats set status = 'AVAILABLE', reservation_id = null"
					+ " where seat_no = 40 and show_id = $show",
			"one-owner-per-seat | seat $show/41 | insert into reservations (id, member_id, concert_id,"
					+ " show_id, starts_at, total, status, held_until, queue_seq, created_at)"
					+ " select '$second', member_id, concert_id, show_id, starts_at, total, status, held_until, queue_seq,"
					+ " created_at from reservations"
					+ " where id = '$reservation'; insert into reservation_seats select '$second', show_id, seat_no,"
					+ " grade, price from reservation_seats where seat_no = 41 and reservation_id = '$reservation'",
			"paid-reservation-has-payment | reservation $reservation | update payments set status = 'CANCELLED'"
					+ " where id = '$payment'",
			"sold-seat-has-one-ticket | seat $show/40 | update tickets set void = true"
					+ " where seat_no = 40 and payment_id = '$payment'",
			"sold-seat-has-one-ticket | seat $show/41 | insert into tickets select '$code-B', payment_id,"
					+ " show_id, seat_no, void from tickets where seat_no = 41 and payment_id = '$payment'",
			"ticket-has-sold-seat | ticket $code | update tickets set code = '$code', seat_no = 1"
					+ " where seat_no = 40 and payment_id = '$payment'",
			"debit-has-payment | payment $payment | delete from tickets where payment_id = '$payment';"
					+ " delete from payments where id = '$payment'",
			"blocked-seat-has-block | seat $show/2 | delete from seat_blocks where show_id = $show",
			"block-has-blocked-seat | seat $show/2 | update seats set status = 'AVAILABLE', reservation_id = null"
					+ " where seat_no = 2 and show_id = $show",
			"complimentary-order-costs-nothing | reservation $gift | update payments set amount = 90000"
					+ " where reservation_id = '$gift'",
			"free-order-is-complimentary | reservation $gift | delete from complimentary_orders"
					+ " where reservation_id = '$gift'",
			"refunds-within-payments | payment $payment | insert into ledger_entries (member_id, type, amount,"
					+ " balance_after, reference, created_at) values ('$member', 'REFUND', 180001, 0, '$payment',"
					+ " utc_timestamp(6))",
			"refunds-are-in-ledger | payment $payment | update ledger_entries set amount = amount - 1"
					+ " where reference = '$payment' and type = 'FEE'",
			"refunds-are-in-ledger | payment $payment | delete from ledger_entries"
					+ " where reference = '$payment' and type = 'REFUND'",
			"refunds-are-in-ledger | payment $payment | update refunds set fee = fee + 1, amount = amount - 1"
					+ " where id = '$refund'",
			"refund-is-sum-of-tickets | refund $number | update refund_tickets set fee = fee - 1"
					+ " where refund_id = '$refund'",
			"refunded-ticket-is-void | ticket $void | update tickets set void = false where code = '$void'",
			"paid-is-kept-and-refunded | reservation $reservation | update reservation_seats set price = price - 1"
					+ " where reservation_id = '$reservation' and seat_no = 40" })
	void damageIsNamed(String check, String subject, String damage) {
		List<Discrepancy> found = this.transaction.execute((status) -> {
			status.setRollbackOnly();
			for (String statement : fill(damage).split("; ")) {
				assertThat(this.jdbc.sql(statement).update()).as(statement).isPositive();
			}
			return this.reconciliation.checkAll().differences();
		});
		assertThat(found).anySatisfy((difference) -> {
			assertThat(difference.check()).isEqualTo(check);
			assertThat(difference.subject()).isEqualTo(fill(subject));
		});
		assertThat(this.reconciliation.checkAll().consistent()).isTrue();
	}

	private String fill(String text) {
		String filled = text;
		for (Map.Entry<String, String> name : this.names.entrySet()) {
			filled = filled.replace(name.getKey(), name.getValue());
		}
		return filled;
	}

}
