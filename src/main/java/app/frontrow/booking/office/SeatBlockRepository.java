package app.frontrow.booking.office;

import java.util.List;
import java.util.UUID;

import app.frontrow.booking.seat.SeatRepository;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Blocks seats, and releases them. Only the condition of the statement on seats decides
 * whether a seat is free.
 */
@Repository
class SeatBlockRepository {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	SeatBlockRepository(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** Blocks seats that are free, and returns how many these are. */
	int block(UUID blockId, long showId, List<Integer> numbers) {
		return this.jdbc
			.sql("update seats set status = 'BLOCKED', reservation_id = :block, hold_until = null"
					+ " where show_id = :show and seat_no in (:numbers) and " + SeatRepository.FREE_CONDITION
					+ " order by seat_no")
			.param("block", blockId.toString())
			.param("show", showId)
			.param("numbers", numbers)
			.update();
	}

	void insert(UUID blockId, long showId, List<Integer> numbers, StaffDecision decision) {
		this.batches.batchUpdate(
				"insert into seat_blocks (block_id, show_id, seat_no, reason, username, blocked_at)"
						+ " values (?, ?, ?, ?, ?, utc_timestamp(6))",
				numbers.stream()
					.map((number) -> new Object[] { blockId.toString(), showId, number, decision.reason(),
							decision.username() })
					.toList());
	}

	/** Locks those of the seats that are blocked. */
	List<Integer> lockBlocked(long showId, List<Integer> numbers) {
		return this.jdbc
			.sql("select seat_no, status = 'BLOCKED' as blocked from seats"
					+ " where show_id = :show and seat_no in (:numbers) order by seat_no for update")
			.param("show", showId)
			.param("numbers", numbers)
			.query((row, number) -> row.getBoolean("blocked") ? row.getInt("seat_no") : 0)
			.list()
			.stream()
			.filter((seat) -> seat > 0)
			.toList();
	}

	/** Releases seats that are locked and blocked. */
	void release(long showId, List<Integer> numbers) {
		this.jdbc
			.sql("update seat_blocks b join seats s on s.show_id = b.show_id and s.seat_no = b.seat_no"
					+ " and s.reservation_id = b.block_id set b.released_at = utc_timestamp(6)"
					+ " where b.show_id = :show and b.seat_no in (:numbers) and b.released_at is null")
			.param("show", showId)
			.param("numbers", numbers)
			.update();
		this.jdbc
			.sql("update seats set status = 'AVAILABLE', reservation_id = null, hold_until = null"
					+ " where show_id = :show and seat_no in (:numbers) and status = 'BLOCKED' order by seat_no")
			.param("show", showId)
			.param("numbers", numbers)
			.update();
	}

}
