package app.frontrow.booking.reconciliation;

import java.util.List;
import java.util.stream.Stream;

import app.frontrow.shared.Discrepancy;
import app.frontrow.shared.store.KeyRange;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds contradictions about seats that the ticket office blocked or gave away. Each
 * statement reads one page of rows, by the id of the show or of the reservation.
 */
@Repository
class StaffSeatAuditRepository {

	private final JdbcClient jdbc;

	StaffSeatAuditRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns blocked seats that nobody of the staff has blocked. */
	List<Discrepancy> findUnexplainedBlocks(long after, long to) {
		return find("blocked-seat-has-block", """
				select concat('seat ', s.show_id, '/', s.seat_no), 'a block', coalesce(s.reservation_id, 'none')
				from seats s
				left join seat_blocks b force index (primary) on b.block_id = s.reservation_id and b.show_id = s.show_id
				  and b.seat_no = s.seat_no and b.released_at is null
				where s.show_id > :after and s.show_id <= :to and s.status = 'BLOCKED' and b.block_id is null""", after,
				to);
	}

	/** Returns blocks that were not released, but whose seat is not blocked. */
	List<Discrepancy> findLostBlocks(long after, long to) {
		return find("block-has-blocked-seat", """
				select concat('seat ', b.show_id, '/', b.seat_no), concat('blocked by ', b.block_id),
				  concat(coalesce(s.status, 'missing'), ' ', coalesce(s.reservation_id, ''))
				from seat_blocks b force index (seat_blocks_of_show)
				left join seats s on s.show_id = b.show_id and s.seat_no = b.seat_no
				where b.show_id > :after and b.show_id <= :to and b.released_at is null
				and not (s.status <=> 'BLOCKED' and s.reservation_id <=> b.block_id)""", after, to);
	}

	/** Returns the differences that both checks of complimentary orders find. */
	List<Discrepancy> findWrongGifts(KeyRange reservations) {
		return Stream.concat(findPricedGifts(reservations).stream(), findUnexplainedGifts(reservations).stream())
			.toList();
	}

	/** Returns complimentary orders of these reservations that have a price. */
	private List<Discrepancy> findPricedGifts(KeyRange reservations) {
		return find("complimentary-order-costs-nothing", """
				select concat('reservation ', r.id), 'total 0, payment 0',
				  concat('total ', r.total, ', payment ', coalesce(p.amount, 'missing'))
				from reservations r
				straight_join complimentary_orders c on c.reservation_id = r.id
				left join payments p on p.reservation_id = r.id
				where r.id > :after and r.id <= :to and not (r.total = 0 and p.amount <=> 0)""", reservations.after(),
				reservations.to());
	}

	/** Returns paid reservations without a price that nobody of the staff gave away. */
	private List<Discrepancy> findUnexplainedGifts(KeyRange reservations) {
		return find("free-order-is-complimentary", """
				select concat('reservation ', r.id), 'a price, or a gift of the ticket office', 'neither'
				from reservations r
				left join complimentary_orders c on c.reservation_id = r.id
				where r.id > :after and r.id <= :to and r.total = 0 and r.status = 'CONFIRMED'
				and c.reservation_id is null""", reservations.after(), reservations.to());
	}

	private List<Discrepancy> find(String check, String sql, Object after, Object to) {
		return this.jdbc.sql(sql)
			.param("after", after)
			.param("to", to)
			.query((row, number) -> new Discrepancy(check, row.getString(1), row.getString(2), row.getString(3)))
			.list();
	}

}
