package app.frontrow.booking.change;

import java.util.Optional;
import java.util.UUID;

import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores moves of shows.
 */
@Repository
public class ShowMoveRepository {

	private final JdbcClient jdbc;

	ShowMoveRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(ShowMove move) {
		this.jdbc
			.sql("insert into show_moves (id, reservation_id, old_starts_at, refund_until, moved_at)"
					+ " values (:id, :reservation, :oldStartsAt, :refundUntil, utc_timestamp(6))")
			.param("id", move.id().toString())
			.param("reservation", move.reservationId().toString())
			.param("oldStartsAt", DatabaseTimeConverter.toDatabase(move.oldStartsAt()))
			.param("refundUntil", DatabaseTimeConverter.toDatabase(move.refundUntil()))
			.update();
	}

	/** Returns the move with this id. */
	public Optional<ShowMove> find(UUID id) {
		return this.jdbc.sql("select reservation_id, old_starts_at, refund_until from show_moves where id = :id")
			.param("id", id.toString())
			.query((row, number) -> new ShowMove(id, UUID.fromString(row.getString("reservation_id")),
					DatabaseTimeConverter.readInstant(row, "old_starts_at"),
					DatabaseTimeConverter.readInstant(row, "refund_until")))
			.optional();
	}

}
