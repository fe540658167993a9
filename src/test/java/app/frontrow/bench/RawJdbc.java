package app.frontrow.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The yardstick for holds and payments: the fewest statements that each needs, on the
 * product's tables, with as many threads and the same pool. Members, shows and seats are
 * of its own.
 */
final class RawJdbc {

	private static final int AT_A_TIME = 16;

	private static final int SHOWS = 40;

	private final DataSource pool;

	private final JdbcTemplate jdbc;

	private final List<String> members;

	private final String[] reservations;

	private final long concert;

	private final long firstShow;

	RawJdbc(BenchDatabase database, int count) {
		this.pool = database.pool();
		this.jdbc = database.jdbc();
		this.members = IntStream.range(0, count).mapToObj((i) -> UUID.randomUUID().toString()).toList();
		this.reservations = new String[count];
		this.concert = insertConcert();
		this.firstShow = insertShows();
		this.jdbc.batchUpdate("insert into seat_allowances (member_id, concert_id) values (?, ?)",
				this.members.stream().map((member) -> new Object[] { member, this.concert }).toList());
		this.jdbc.batchUpdate("insert into wallets (member_id, balance) values (?, 1000000000)",
				this.members.stream().map((member) -> new Object[] { member }).toList());
	}

	/** Withdrawn, so that the product shows it to nobody. */
	private long insertConcert() {
		this.jdbc.update("insert into concerts (title, artist, venue, description, sales_open_at, first_show_at,"
				+ " last_show_at, withdrawn, created_at) values ('Raw', 'Raw', 'Raw', '', utc_timestamp(6),"
				+ " utc_timestamp(6) + interval 30 day, utc_timestamp(6) + interval 30 day, true, utc_timestamp(6))");
		return this.jdbc.queryForObject("select max(id) from concerts", Long.class);
	}

	private long insertShows() {
		for (int i = 0; i < SHOWS; i++) {
			this.jdbc.update("insert into shows (concert_id, starts_at, seats_left)"
					+ " values (?, utc_timestamp(6) + interval 30 day, 50)", this.concert);
		}
		long first = this.jdbc.queryForObject("select min(id) from shows where concert_id = ?", Long.class,
				this.concert);
		List<Object[]> seats = new ArrayList<>();
		for (int show = 0; show < SHOWS; show++) {
			for (int seat = 1; seat <= 50; seat++) {
				seats.add(new Object[] { first + show, seat });
			}
		}
		this.jdbc.batchUpdate("insert into seats (show_id, seat_no, grade, price, status)"
				+ " values (?, ?, 'R', 120000, 'AVAILABLE')", seats);
		return first;
	}

	LoadResult hold() {
		return Workers.measure(AT_A_TIME, this.members.size(), this::hold);
	}

	LoadResult pay() {
		return Workers.measure(AT_A_TIME, this.members.size(), this::pay);
	}

	/** Frees all seats, so that the steps can be repeated. */
	void reset() {
		this.jdbc.update("update seats set status = 'AVAILABLE', reservation_id = null, hold_until = null"
				+ " where show_id between ? and ?", this.firstShow, this.firstShow + SHOWS - 1);
		this.jdbc.update("update shows set seats_left = 50 where concert_id = ?", this.concert);
	}

	private boolean hold(int index) throws SQLException {
		String member = this.members.get(index);
		String reservation = UUID.randomUUID().toString();
		long show = this.firstShow + index % SHOWS;
		int seat = 1 + index / SHOWS;
		try (Connection connection = this.pool.getConnection()) {
			read(connection, "select 1 from seat_allowances where member_id = ? and concert_id = ? for update", member,
					this.concert);
			long price = read(connection, "select price from seats where show_id = ? and seat_no = ?", show, seat);
			change(connection,
					"update seats set status = 'HELD', reservation_id = ?,"
							+ " hold_until = utc_timestamp(6) + interval 1 hour where show_id = ? and seat_no = ?"
							+ " and (status = 'AVAILABLE' or (status = 'HELD' and hold_until <= utc_timestamp(6)))",
					reservation, show, seat);
			change(connection,
					"insert into reservations (id, member_id, concert_id, show_id, starts_at, total, status,"
							+ " held_until, queue_seq, created_at) values (?, ?, ?, ?,"
							+ " utc_timestamp(6) + interval 30 day, ?, 'HELD', utc_timestamp(6) + interval 1 hour, 1,"
							+ " utc_timestamp(6))",
					reservation, member, this.concert, show, price);
			change(connection, "insert into reservation_seats (reservation_id, show_id, seat_no, grade, price)"
					+ " values (?, ?, ?, 'R', ?)", reservation, show, seat, price);
			change(connection,
					"insert into payments (id, reservation_id, member_id, amount, status, created_at)"
							+ " values (?, ?, ?, ?, 'PENDING', utc_timestamp(6))",
					UUID.randomUUID().toString(), reservation, member, price);
			connection.commit();
		}
		this.reservations[index] = reservation;
		return true;
	}

	private boolean pay(int index) throws SQLException {
		String member = this.members.get(index);
		String reservation = this.reservations[index];
		long show = this.firstShow + index % SHOWS;
		int seat = 1 + index / SHOWS;
		String ticket = UUID.randomUUID().toString().substring(0, 18);
		try (Connection connection = this.pool.getConnection()) {
			long total = read(connection,
					"select r.total from reservations r join reservation_seats s on s.reservation_id = r.id"
							+ " join payments p on p.reservation_id = r.id where r.id = ?",
					reservation);
			change(connection, "update wallets set balance = balance - ? where member_id = ? and balance >= ?", total,
					member, total);
			change(connection, "update reservations set status = 'CONFIRMED' where id = ? and status = 'HELD'",
					reservation);
			change(connection,
					"update seats set status = 'SOLD', hold_until = null where show_id = ? and seat_no = ?"
							+ " and reservation_id = ? and status = 'HELD' and hold_until > utc_timestamp(6)",
					show, seat, reservation);
			change(connection,
					"insert into ledger_entries (member_id, type, amount, balance_after, reference,"
							+ " created_at) select member_id, 'PAYMENT', ?, balance, ?, utc_timestamp(6) from wallets"
							+ " where member_id = ?",
					-total, reservation, member);
			change(connection, "update payments set status = 'PAID', paid_at = utc_timestamp(6), balance_after = 0"
					+ " where reservation_id = ? and status = 'PENDING'", reservation);
			change(connection,
					"insert into tickets (code, payment_id, show_id, seat_no)"
							+ " select ?, id, ?, ? from payments where reservation_id = ?",
					ticket, show, seat, reservation);
			change(connection, "update shows set seats_left = seats_left - 1 where id = ?", show);
			connection.commit();
		}
		return true;
	}

	private static long read(Connection connection, String sql, Object... values) throws SQLException {
		try (PreparedStatement statement = prepared(connection, sql, values);
				ResultSet rows = statement.executeQuery()) {
			if (!rows.next()) {
				throw new SQLException("no row: " + sql);
			}
			return rows.getLong(1);
		}
	}

	private static void change(Connection connection, String sql, Object... values) throws SQLException {
		try (PreparedStatement statement = prepared(connection, sql, values)) {
			if (statement.executeUpdate() != 1) {
				throw new SQLException("not one row: " + sql);
			}
		}
	}

	private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
		PreparedStatement statement = connection.prepareStatement(sql);
		for (int i = 0; i < values.length; i++) {
			statement.setObject(i + 1, values[i]);
		}
		return statement;
	}

}
