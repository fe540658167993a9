package app.frontrow.booking.reconciliation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.frontrow.booking.reconciliation.ReconciliationChecker.Page;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Part;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Position;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.Discrepancy;
import app.frontrow.stores.Stores;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.TransactionStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages of any size miss nothing between them, and name nothing twice.
 */
@Tag("database")
@OutOfProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ProvesRule(rule = "The reconciliation goes through every part", guard = "ReconciliationChecker.Position.next",
		brokenBy = "going to every second part")
class ReconciliationPagesIT {

	private static final int ORDERS = 150;

	private ReconciliationSchema schema;

	private TransactionStatus damage;

	@BeforeAll
	void ordersThatAgree(@Autowired Stores stores) throws SQLException {
		this.schema = ReconciliationSchema.create(stores, "frontrow_pages", ORDERS);
	}

	@AfterAll
	void dropThem() throws SQLException {
		this.schema.close();
	}

	@BeforeEach
	void beginDamage() {
		this.damage = this.schema.transactions().getTransaction(null);
	}

	@AfterEach
	void undoDamage() {
		this.schema.transactions().rollback(this.damage);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7, 500 })
	@ProvesRule(rule = "No row is in two pages of the reconciliation", guard = "SeatAuditService.findUnexplainedSales",
			brokenBy = "using >= for the start of the range")
	void damageIsNamedOnce(int rows) {
		assertThat(checkAll(rows)).isEmpty();

		List<String> expected = new ArrayList<>();
		for (int order = 0; order < ORDERS; order++) {
			expected.add("balance-is-sum-of-ledger wallet " + ReconciliationSchema.id("member", order));
			expected.add("sold-seats-are-paid seat %d/%d".formatted(order / 50 + 1, order % 50 + 1));
			expected.add("debit-has-payment payment " + ReconciliationSchema.id("payment", order));
		}
		damage("update wallets set balance = balance + 1");
		damage("delete from reservation_seats");
		damage("delete from tickets");
		damage("delete from payments");
		damage("update reservations set status = 'EXPIRED'");
		assertThat(checkAll(rows)).containsExactlyInAnyOrderElementsOf(expected);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7, 500 })
	void paidReservationWithoutSeatAndPaymentIsNamedOnce(int rows) {
		List<String> expected = new ArrayList<>();
		for (int order = 0; order < ORDERS; order++) {
			String seat = "seat %d/%d".formatted(order / 50 + 1, order % 50 + 1);
			expected.add("paid-seats-are-sold " + seat);
			expected.add("one-owner-per-seat " + seat);
			expected.add("ticket-has-sold-seat ticket " + ReconciliationSchema.id("ticket", order));
			expected.add("paid-reservation-has-payment reservation " + ReconciliationSchema.id("reservation", order));
			expected.add("refunds-are-in-ledger payment " + ReconciliationSchema.id("payment", order));
			expected.add("refunds-within-payments payment " + ReconciliationSchema.id("payment", order));
		}
		damage("update seats set status = 'AVAILABLE', reservation_id = null");
		damage("update payments set status = 'REFUNDED' where status = 'PAID'");
		damage("insert into ledger_entries (member_id, type, amount, balance_after, reference, created_at)"
				+ " select member_id, 'REFUND', 90001, 0, id, utc_timestamp(6) from payments where status = 'REFUNDED'");
		damage("update wallets set balance = 100001");
		assertThat(checkAll(rows)).containsExactlyInAnyOrderElementsOf(expected);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7, 500 })
	@ProvesRule(rule = "The reconciliation names lines of the ledger that have no wallet",
			guard = "WalletAuditService.findWrongBalances", brokenBy = "leaving out \"actual is null\"")
	void linesWithoutWalletAreNamed(int rows) {
		damage("delete from wallets where member_id < '2' or member_id > '8' or member_id like '_3%'");

		List<String> lost = this.schema.jdbc()
			.queryForList("select distinct concat('balance-is-sum-of-ledger wallet ', member_id) from ledger_entries"
					+ " where member_id not in (select member_id from wallets)", String.class);
		assertThat(lost).hasSizeGreaterThan(10);
		assertThat(checkAll(rows)).containsExactlyInAnyOrderElementsOf(lost);
	}

	@Test
	@ProvesRule(rule = "A page of the reconciliation ends also where wallets are missing", guard = "KeyRange.orShorter",
			brokenBy = "always returning this range")
	void pageEndsWhereWalletsAreMissing() {
		damage("delete from wallets");
		assertThat(this.schema.reconciliation().checkPage(Position.START, 10).differences()).as("of two lines each")
			.hasSize(5);
	}

	@Test
	@ProvesRule(rule = "A page of the reconciliation ends also where payments are missing",
			guard = "KeyRange.orShorter", brokenBy = "always returning this range")
	void pageEndsWherePaymentsAreMissing() {
		damage("delete from tickets");
		damage("delete from payments");
		Position payments = new Position(Part.PAYMENTS, "");
		assertThat(this.schema.reconciliation().checkPage(payments, 10).differences()).hasSizeBetween(1, 10);
	}

	@Test
	@ProvesRule(rule = "The reconciliation names a held seat that has two owners",
			guard = "SeatAuditService.findWrongOwners", brokenBy = "leaving out HELD")
	void seatWithTwoHoldsIsNamed() {
		damage("update reservations set status = 'HELD', held_until = utc_timestamp(6) + interval 1 hour"
				+ " where id = '700000-expired'");
		assertThat(checkAll(500)).containsExactly("one-owner-per-seat seat 1/8");
	}

	@Test
	@ProvesRule(rule = "A report names at most 100 differences of each check", guard = "ReconciliationChecker.checkAll",
			brokenBy = "leaving out the bound")
	void reportNamesAtMost100DifferencesOfEachCheck() {
		damage("update wallets set balance = balance + 1");
		damage("delete from tickets");
		damage("delete from payments");

		assertThat(this.schema.reconciliation().checkAll().differences()).extracting(Discrepancy::check)
			.hasSize(4 * Discrepancy.MAX_PER_CHECK)
			.haveExactly(Discrepancy.MAX_PER_CHECK, is("balance-is-sum-of-ledger"))
			.haveExactly(Discrepancy.MAX_PER_CHECK, is("debit-has-payment"))
			.haveExactly(Discrepancy.MAX_PER_CHECK, is("sold-seat-has-one-ticket"))
			.haveExactly(Discrepancy.MAX_PER_CHECK, is("paid-reservation-has-payment"));
	}

	private List<String> checkAll(int rows) {
		List<String> found = new ArrayList<>();
		Optional<Position> position = Optional.of(Position.START);
		while (position.isPresent()) {
			Page page = this.schema.reconciliation().checkPage(position.get(), rows);
			page.differences().forEach((difference) -> found.add(difference.check() + " " + difference.subject()));
			position = page.next();
		}
		return found;
	}

	private void damage(String statement) {
		assertThat(this.schema.jdbc().update(statement)).as(statement).isPositive();
	}

	private static Condition<String> is(String check) {
		return new Condition<>(check::equals, check);
	}

}
