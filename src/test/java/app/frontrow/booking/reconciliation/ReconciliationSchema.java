package app.frontrow.booking.reconciliation;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

import app.frontrow.cost.StatementCounter;
import app.frontrow.shared.store.KeyRangeReader;
import app.frontrow.stores.OwnSchema;
import app.frontrow.stores.Stores;
import app.frontrow.wallet.WalletAuditService;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A schema of its own with paid orders that agree, and a reconciliation of it. Order 12
 * has the member {@code 210000-member}, and so on; order n has the nth seat, in shows of
 * 50. Each has a refund of nothing. Beside each there is a hold that has run out. All
 * goes over one connection.
 */
final class ReconciliationSchema implements AutoCloseable {

	private static final String DIGITS = "(select 0 as d union all select 1 union all select 2 union all select 3"
			+ " union all select 4 union all select 5 union all select 6 union all select 7 union all select 8"
			+ " union all select 9)";

	private static final List<String> ORDERS = List.of("""
			insert into wallets select concat(spread, '-member'), 10000 from orders""", """
			insert into ledger_entries (member_id, type, amount, balance_after, reference, created_at)
			select concat(spread, '-member'), 'CHARGE', 100000, 100000, concat(spread, '-charge'), utc_timestamp(6)
			from orders""", """
			insert into ledger_entries (member_id, type, amount, balance_after, reference, created_at)
			select concat(spread, '-member'), 'PAYMENT', -90000, 10000, concat(spread, '-payment'), utc_timestamp(6)
			from orders""", """
			insert into seats (show_id, seat_no, grade, price, status, reservation_id)
			select n div 50 + 1, n mod 50 + 1, 'S', 90000, 'SOLD', concat(spread, '-reservation') from orders""", """
			insert into reservations (id, member_id, concert_id, show_id, starts_at, total, status, held_until,
			  queue_seq, created_at)
			select concat(spread, '-reservation'), concat(spread, '-member'), 1, n div 50 + 1, utc_timestamp(6), 90000,
			  'CONFIRMED', utc_timestamp(6), n, utc_timestamp(6)
			from orders""", """
			insert into reservations (id, member_id, concert_id, show_id, starts_at, total, status, held_until,
			  queue_seq, created_at)
			select concat(spread, '-expired'), concat(spread, '-member'), 1, n div 50 + 1, utc_timestamp(6), 90000,
			  'EXPIRED', utc_timestamp(6), n, utc_timestamp(6)
			from orders""", """
			insert into reservation_seats
			select concat(spread, '-reservation'), n div 50 + 1, n mod 50 + 1, 'S', 90000 from orders union all
			select concat(spread, '-expired'), n div 50 + 1, n mod 50 + 1, 'S', 90000 from orders""", """
			insert into payments
			select concat(spread, '-payment'), concat(spread, '-reservation'), concat(spread, '-member'), 90000, 'PAID',
			  10000, utc_timestamp(6), utc_timestamp(6)
			from orders""", """
			insert into tickets
			select concat(spread, '-ticket'), concat(spread, '-payment'), n div 50 + 1, n mod 50 + 1, false
			from orders""", """
			insert into tickets
			select concat(spread, '-void'), concat(spread, '-payment'), n div 50 + 1, n mod 50 + 1, true
			from orders""", """
			insert into refunds
			select concat(spread, '-refund'), concat(spread, '-payment'), 1, concat(spread, '-R1'), 0, 0, 10000, null,
			  null, utc_timestamp(6)
			from orders""", """
			insert into refund_tickets
			select concat(spread, '-void'), concat(spread, '-refund'), n mod 50 + 1, 'S', 0, 0
			from orders""", """
			insert into payments
			select concat(spread, '-cancelled'), concat(spread, '-expired'), concat(spread, '-member'), 90000,
			  'CANCELLED', null, utc_timestamp(6), null
			from orders""");

	private final OwnSchema schema;

	private final SingleConnectionDataSource connection;

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private ReconciliationSchema(OwnSchema schema) {
		this.schema = schema;
		this.connection = schema.connection(StatementCounter.class);
	}

	/** Makes it anew with this many paid orders, at most 100,000. */
	static ReconciliationSchema create(Stores stores, String name, int orders) throws SQLException {
		ReconciliationSchema reconciled = new ReconciliationSchema(OwnSchema.create(stores, name));
		reconciled.fill(orders);
		return reconciled;
	}

	private void fill(int orders) {
		JdbcTemplate jdbc = new JdbcTemplate(this.connection);
		jdbc.execute("create table orders (n int primary key, spread char(6) not null)");
		jdbc.update(
				("insert into orders select n, reverse(lpad(n, 6, '0')) from (select a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d as n"
						+ " from %1$s a, %1$s b, %1$s c, %1$s d, %1$s e) numbers where n < ?")
					.formatted(DIGITS),
				orders);
		ORDERS.forEach(jdbc::update);
		jdbc.execute("analyze table wallets, ledger_entries, seats, reservations, reservation_seats, payments, tickets,"
				+ " refunds, refund_tickets");
		this.context.registerBean(JdbcTemplate.class, () -> jdbc);
		this.context.registerBean(JdbcClient.class, () -> JdbcClient.create(jdbc));
		this.context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(this.connection));
		this.context.registerBean(Clock.class, Clock::systemUTC);
		this.context.register(KeyRangeReader.class, SeatAuditService.class, WalletAuditService.class,
				PaymentAuditRepository.class, TicketAuditRepository.class, RefundAuditRepository.class,
				StaffSeatAuditRepository.class, ReconciliationChecker.class);
		this.context.refresh();
	}

	/** The id of what belongs to an order. */
	static String id(String kind, int order) {
		return new StringBuilder("%06d".formatted(order)).reverse() + "-" + kind;
	}

	ReconciliationChecker reconciliation() {
		return this.context.getBean(ReconciliationChecker.class);
	}

	JdbcTemplate jdbc() {
		return this.context.getBean(JdbcTemplate.class);
	}

	JdbcTransactionManager transactions() {
		return this.context.getBean(JdbcTransactionManager.class);
	}

	@Override
	public void close() throws SQLException {
		this.context.close();
		this.connection.destroy();
		this.schema.close();
	}

}
