package app.frontrow.journey;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads the database past the product: compares it before and after a refusal, and audits
 * it after a race.
 */
public final class ReconciliationFixture {

	private static final String LIVE_HOLD = "s.status = 'HELD' and s.hold_until > utc_timestamp(6)";

	private final JdbcClient jdbc;

	public ReconciliationFixture(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * All that a refusal must leave as it is: members, money, and seats of the concert.
	 */
	public List<String> of(long concert) {
		List<String> lines = new ArrayList<>();
		lines.addAll(rows("select concat('members ', count(*)) from members"));
		lines.addAll(rows("select concat('concerts ', count(*), ' ', sum(withdrawn)) from concerts"));
		lines.addAll(rows("select concat('wallets ', count(*), ' ', coalesce(sum(balance), 0)) from wallets"));
		lines.addAll(rows("select concat('ledger ', count(*), ' ', coalesce(sum(amount), 0)) from ledger_entries"));
		lines.addAll(rows("select concat_ws(' ', 'show', id, starts_at, seats_left, withdrawn) from shows"
				+ " where concert_id = ? order by id", concert));
		lines.addAll(rows("select concat_ws(' ', 'seat', s.show_id, s.seat_no, s.price, s.status, s.reservation_id)"
				+ " from seats s join shows on shows.id = s.show_id where shows.concert_id = ?"
				+ " order by s.show_id, s.seat_no", concert));
		lines.addAll(rows("select concat_ws(' ', 'reservation', r.id, r.status, p.id, p.status, p.amount,"
				+ " p.balance_after, (select count(*) from tickets t where t.payment_id = p.id and not t.void))"
				+ " from reservations r join payments p on p.reservation_id = r.id where r.concert_id = ? order by r.id",
				concert));
		return lines;
	}

	/** Checks every promise about money and seats, over the whole database. */
	public void audit() {
		none("balance is not the sum of the ledger", "select w.member_id, w.balance from wallets w where w.balance <>"
				+ " (select coalesce(sum(l.amount), 0) from ledger_entries l where l.member_id = w.member_id)");
		none("line of the ledger that does not add up",
				"select * from (select id, balance_after, sum(amount) over (partition by member_id order by id) as total"
						+ " from ledger_entries) lines_with_totals where balance_after <> total");
		none("negative balance", "select member_id from wallets where balance < 0");
		none("two live reservations of one seat",
				"select rs.show_id, rs.seat_no from reservation_seats rs join reservations r on r.id = rs.reservation_id"
						+ " where r.status = 'CONFIRMED' or (r.status = 'HELD' and r.held_until > utc_timestamp(6))"
						+ " group by rs.show_id, rs.seat_no having count(*) > 1");
		none("sold seat without a confirmed reservation of it",
				"select s.show_id, s.seat_no from seats s where s.status = 'SOLD' and not exists (select 1 from"
						+ " reservation_seats rs join reservations r on r.id = rs.reservation_id where r.status ="
						+ " 'CONFIRMED' and r.id = s.reservation_id and rs.show_id = s.show_id and rs.seat_no = s.seat_no)");
		none("confirmed reservation whose seat is not sold to it",
				"select rs.show_id, rs.seat_no from reservation_seats rs join reservations r on r.id = rs.reservation_id"
						+ " join seats s on s.show_id = rs.show_id and s.seat_no = rs.seat_no where r.status = 'CONFIRMED'"
						+ " and not (s.status = 'SOLD' and s.reservation_id = r.id)");
		none("payment out of step with its reservation",
				"select p.id from payments p join reservations r on r.id = p.reservation_id"
						+ " where (p.status = 'PAID') <> (r.status = 'CONFIRMED')");
		none("paid without exactly one debit of that amount",
				"select p.id from payments p where p.status = 'PAID' and p.amount > 0 and 1 <> (select count(*) from ledger_entries l"
						+ " where l.reference = p.id and l.type = 'PAYMENT' and l.amount = -p.amount"
						+ " and l.balance_after = p.balance_after and l.member_id = p.member_id)");
		none("debit without a paid or refunded payment",
				"select l.id from ledger_entries l left join payments p on p.id = l.reference where l.type = 'PAYMENT'"
						+ " and (p.id is null or p.status not in ('PAID', 'REFUNDED'))");
		none("paid without one valid ticket per seat",
				"select p.id from payments p where p.status = 'PAID' and (select count(*) from tickets t where"
						+ " t.payment_id = p.id and not t.void) <> (select count(*) from reservation_seats rs where"
						+ " rs.reservation_id = p.reservation_id)");
		none("valid ticket of what is not paid", "select t.code from tickets t join payments p on p.id = t.payment_id"
				+ " where not t.void and p.status <> 'PAID'");
		none("seats left of a show is not 50 less those sold",
				"select id from shows where seats_left <> 50 - (select count(*) from seats s where s.show_id = shows.id"
						+ " and s.status in ('SOLD', 'BLOCKED')) and not withdrawn");
		none("blocked seat without its block, or the other way round",
				"select b.block_id from seat_blocks b left join seats s on s.show_id = b.show_id and s.seat_no = b.seat_no"
						+ " where b.released_at is null and not (s.status <=> 'BLOCKED' and s.reservation_id <=> b.block_id)"
						+ " union all select s.reservation_id from seats s where s.status = 'BLOCKED' and not exists"
						+ " (select 1 from seat_blocks b where b.block_id = s.reservation_id and b.seat_no = s.seat_no"
						+ " and b.released_at is null)");
	}

	/** Seats of the show that are held by somebody with time left. */
	public List<Integer> held(long show) {
		return this.jdbc.sql("select seat_no from seats s where show_id = ? and " + LIVE_HOLD + " order by seat_no")
			.param(show)
			.query(Integer.class)
			.list();
	}

	/** Deadlocks since the database was started. */
	public long deadlocks() {
		return this.jdbc.sql("select count from information_schema.innodb_metrics where name = 'lock_deadlocks'")
			.query(Long.class)
			.single();
	}

	/** How many rows the query finds. */
	public long count(String query, Object... parameters) {
		return this.jdbc.sql("select count(*) from " + query).params(parameters).query(Long.class).single();
	}

	private void none(String fault, String query) {
		assertThat(this.jdbc.sql(query).query().listOfRows()).as(fault).isEmpty();
	}

	private List<String> rows(String query, Object... parameters) {
		return this.jdbc.sql(query).params(parameters).query(String.class).list();
	}

}
