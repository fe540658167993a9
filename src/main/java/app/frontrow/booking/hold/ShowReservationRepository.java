package app.frontrow.booking.hold;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the reservations of one show.
 */
@Repository
public class ShowReservationRepository {

	/**
	 * Finds the live reservations of a show by its seats. A show has few seats, so this
	 * is fast.
	 */
	private static final String RESERVATIONS = " from reservations r where r.id in (select s.reservation_id from seats s"
			+ " where s.show_id = :show) and r.show_id = :show and ";

	private final JdbcClient jdbc;

	ShowReservationRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns what the seats of each paid order cost, in won. */
	public List<Long> findPrices(long showId) {
		return this.jdbc.sql("select r.total" + RESERVATIONS + "r.status = 'CONFIRMED'")
			.param("show", showId)
			.query(Long.class)
			.list();
	}

	/** Returns reservations that are held or paid. */
	public List<UUID> findLive(long showId) {
		return this.jdbc
			.sql("select r.id" + RESERVATIONS
					+ "(r.status = 'CONFIRMED' or (r.status = 'HELD' and r.held_until > utc_timestamp(6)))")
			.param("show", showId)
			.query(String.class)
			.list()
			.stream()
			.map(UUID::fromString)
			.toList();
	}

	/** Returns reservations that are held or paid and have another date. */
	public List<UUID> findNotMoved(long showId, Instant startsAt) {
		return this.jdbc
			.sql("select r.id" + RESERVATIONS + "r.status in ('CONFIRMED', 'HELD') and r.starts_at <> :startsAt")
			.param("show", showId)
			.param("startsAt", DatabaseTimeConverter.toDatabase(startsAt))
			.query(String.class)
			.list()
			.stream()
			.map(UUID::fromString)
			.toList();
	}

	/**
	 * Gives a reservation another date, and a time without cancellation fees.
	 * @return false if it has that date already
	 */
	public boolean move(UUID id, Instant startsAt, Instant freeUntil) {
		return this.jdbc
			.sql("update reservations set starts_at = :startsAt, cancellation_free_until = :freeUntil"
					+ " where id = :id and starts_at <> :startsAt")
			.param("startsAt", DatabaseTimeConverter.toDatabase(startsAt))
			.param("freeUntil", DatabaseTimeConverter.toDatabase(freeUntil))
			.param("id", id.toString())
			.update() == 1;
	}

}
