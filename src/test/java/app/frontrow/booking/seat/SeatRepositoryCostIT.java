package app.frontrow.booking.seat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.booking.hold.ReservationReader;
import app.frontrow.cost.StatementCounter;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.stores.OwnSchema;
import app.frontrow.stores.Stores;
import app.frontrow.waitingroom.place.Pass;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a hold reads does not grow with what others have, nor with what the member gave
 * back: told by the rows that the database has read.
 */
@Tag("database")
@OutOfProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeatRepositoryCostIT {

	private static final int MANY = 4_000;

	/** Some databases count what they read to tell how much they have read. */
	private static final int FEW = 2_000;

	private static final long CONCERT = 1;

	private static final long SHOW = 1;

	private static final UUID MEMBER = UUID.randomUUID();

	private OwnSchema schema;

	private SingleConnectionDataSource connection;

	private JdbcTemplate jdbc;

	@BeforeAll
	void manyReservations(@Autowired Stores stores) throws SQLException {
		this.schema = OwnSchema.create(stores, "frontrow_many");
		this.connection = this.schema.connection(StatementCounter.class);
		this.jdbc = new JdbcTemplate(this.connection);
		this.jdbc.update(
				"insert into seats (show_id, seat_no, grade, price, status) values (?, 7, 'R', 9000, 'AVAILABLE')",
				SHOW);
		insert(IntStream.range(0, MANY).mapToObj((i) -> UUID.randomUUID()).toList(), "CONFIRMED");
		insert(IntStream.range(0, MANY).mapToObj((i) -> MEMBER).toList(), "CANCELLED");
		insert(List.of(MEMBER, MEMBER), "HELD");
		insert(List.of(MEMBER), "CONFIRMED");
		this.jdbc.execute("analyze table reservations, reservation_seats, seats");
	}

	@AfterAll
	void dropThem() throws SQLException {
		this.connection.destroy();
		this.schema.close();
	}

	@Test
	void seatsOfAMemberAreFoundAmongManyReservations() {
		SeatRepository seats = new SeatRepository(JdbcClient.create(this.jdbc), this.jdbc);
		seats.read(SHOW, List.of(7), MEMBER, CONCERT);
		long before = rowsRead();

		assertThat(seats.read(SHOW, List.of(7), MEMBER, CONCERT).owned()).isEqualTo(3);
		assertThat(rowsRead() - before).isLessThan(FEW);
	}

	@Test
	void endOfAMembersHoldIsFoundAmongManyReservations() {
		ReservationReader reader = new ReservationReader(JdbcClient.create(this.jdbc));
		Pass pass = new Pass(CONCERT, MEMBER, 1);
		reader.findPassUsage(pass);
		long before = rowsRead();

		assertThat(reader.findPassUsage(pass).liveHoldEnd()).isAfter(Instant.now());
		assertThat(rowsRead() - before).isLessThan(FEW);
	}

	/** A reservation of one seat for each of the members. */
	private void insert(List<UUID> members, String status) {
		List<Object[]> reservations = members.stream()
			.map((member) -> new Object[] { UUID.randomUUID().toString(), member.toString(), CONCERT, SHOW, status })
			.toList();
		this.jdbc.batchUpdate("insert into reservations (id, member_id, concert_id, show_id, starts_at, total, status,"
				+ " held_until, queue_seq, created_at) values (?, ?, ?, ?, utc_timestamp(6) + interval 30 day, 9000, ?,"
				+ " utc_timestamp(6) + interval 1 hour, 1, utc_timestamp(6))", reservations);
		this.jdbc.batchUpdate(
				"insert into reservation_seats (reservation_id, show_id, seat_no, grade, price) values (?, 1, 7, 'R', 9000)",
				reservations.stream().map((reservation) -> new Object[] { reservation[0] }).toList());
	}

	private long rowsRead() {
		return this.jdbc.queryForList("show session status like 'Handler_read%'")
			.stream()
			.filter((row) -> Set.of("Handler_read_key", "Handler_read_next", "Handler_read_rnd_next")
				.contains(row.get("Variable_name")))
			.mapToLong((row) -> Long.parseLong(String.valueOf(row.get("Value"))))
			.sum();
	}

}
