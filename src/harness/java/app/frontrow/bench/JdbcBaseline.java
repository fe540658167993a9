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

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * The yardstick for holds and payments: the fewest statements that each needs, with as
 * many threads and the same pool as the product, in the same database. Its tables are
 * like the product's.
 */
final class JdbcBaseline {

	private static final int AT_A_TIME = 16;

	private static final int SHOWS = 40;

	private static final long CONCERT = 1;

	private final DataSource pool;

	private final JdbcTemplate jdbc;

	private final List<String> members;

	private final String[] reservations;

	private final long firstShow;

	JdbcBaseline(BenchDatabase database, int count) {
		this.pool = database.pool();
		this.jdbc = database.jdbc();
		this.members = IntStream.range(0, count).mapToObj((i) -> UUID.randomUUID().toString()).toList();
		this.reservations = new String[count];
		DatabasePopulatorUtils.execute(new ResourceDatabasePopulator(new ClassPathResource("bench/raw-tables.sql")),
				this.jdbc.getDataSource());
		this.firstShow = insertShows();
		this.jdbc.batchUpdate("insert into raw_seat_allowances (member_id, concert_id) values (?, ?)",
				this.members.stream().map((member) -> new Object[] { member, CONCERT }).toList());
		this.jdbc.batchUpdate("insert into raw_wallets (member_id, balance) values (?, 1000000000)",
				this.members.stream().map((member) -> new Object[] { member }).toList());
	}

	private long insertShows() {
		for (int i = 0; i < SHOWS; i++) {
			this.jdbc.update("insert into raw_shows (concert_id, starts_at, seats_left)"
					+ " values (?, utc_timestamp(6) + interval 30 day, 50)", CONCERT);
		}
		long first = this.jdbc.queryForObject("select min(id) from raw_shows where concert_id = ?", Long.class,
				CONCERT);
		List<Object[]> seats = new ArrayList<>();
		for (int show = 0; show < SHOWS; show++) {
			for (int seat = 1; seat <= 50; seat++) {
				seats.add(new Object[] { first + show, seat });
			}
		}
		this.jdbc.batchUpdate("insert into raw_seats (show_id, seat_no, grade, price, status)"
				+ " values (?, ?, 'R', 120000, 'AVAILABLE')", seats);
		return first;
	}

	LoadResult hold() {
		return LoadWorkers.measure(AT_A_TIME, this.members.size(), this::hold);
	}

	LoadResult pay() {
		return LoadWorkers.measure(AT_A_TIME, this.members.size(), this::pay);
	}

	/** Frees all seats, so that the steps can be repeated. */
	void reset() {
		this.jdbc.update("update raw_seats set status = 'AVAILABLE', reservation_id = null, hold_until = null"
				+ " where show_id between ? and ?", this.firstShow, this.firstShow + SHOWS - 1);
		this.jdbc.update("update raw_shows set seats_left = 50 where concert_id = ?", CONCERT);
	}

	private boolean hold(int index) throws SQLException {
		String member = this.members.get(index);
		String reservation = UUID.randomUUID().toString();
		long show = this.firstShow + index % SHOWS;
		int seat = 1 + index / SHOWS;
		try (Connection connection = this.pool.getConnection()) {
			read(connection, "select 1 from raw_seat_allowances where member_id = ? and concert_id = ? for update",
					member, CONCERT);
			long price = read(connection, "select price from raw_seats where show_id = ? and seat_no = ?", show, seat);
			change(connection,
					"update raw_seats set status = 'HELD', reservation_id = ?,"
							+ " hold_until = utc_timestamp(6) + interval 1 hour where show_id = ? and seat_no = ?"
							+ " and (status = 'AVAILABLE' or (status = 'HELD' and hold_until <= utc_timestamp(6)))",
					reservation, show, seat);
			change(connection,
					"insert into raw_reservations (id, member_id, concert_id, show_id, starts_at, total, status,"
							+ " held_until, queue_seq, created_at) values (?, ?, ?, ?,"
							+ " utc_timestamp(6) + interval 30 day, ?, 'HELD', utc_timestamp(6) + interval 1 hour, 1,"
							+ " utc_timestamp(6))",
					reservation, member, CONCERT, show, price);
			change(connection, "insert into raw_reservation_seats (reservation_id, show_id, seat_no, grade, price)"
					+ " values (?, ?, ?, 'R', ?)", reservation, show, seat, price);
			change(connection,
					"insert into raw_payments (id, reservation_id, member_id, amount, status, created_at)"
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
					"select r.total from raw_reservations r join raw_reservation_seats s on s.reservation_id = r.id"
							+ " join raw_payments p on p.reservation_id = r.id where r.id = ?",
					reservation);
			change(connection, "update raw_wallets set balance = balance - ? where member_id = ? and balance >= ?",
					total, member, total);
			change(connection, "update raw_reservations set status = 'CONFIRMED' where id = ? and status = 'HELD'",
					reservation);
			change(connection,
					"update raw_seats set status = 'SOLD', hold_until = null where show_id = ? and seat_no = ?"
							+ " and reservation_id = ? and status = 'HELD' and hold_until > utc_timestamp(6)",
					show, seat, reservation);
			change(connection, "insert into raw_ledger_entries (member_id, type, amount, balance_after, reference,"
					+ " created_at) select member_id, 'PAYMENT', ?, balance, ?, utc_timestamp(6) from raw_wallets"
					+ " where member_id = ?", -total, reservation, member);
			change(connection, "update raw_payments set status = 'PAID', paid_at = utc_timestamp(6), balance_after = 0"
					+ " where reservation_id = ? and status = 'PENDING'", reservation);
			change(connection,
					"insert into raw_tickets (code, payment_id, show_id, seat_no)"
							+ " select ?, id, ?, ? from raw_payments where reservation_id = ?",
					ticket, show, seat, reservation);
			change(connection, "update raw_shows set seats_left = seats_left - 1 where id = ?", show);
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
