package app.frontrow.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import app.frontrow.reservations.Reservation;
import app.frontrow.shared.PageOf;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The statements on payments and tickets.
 */
@Repository
class Payments {

	private static final String SELECT = "select id, reservation_id, amount, status, created_at, paid_at,"
			+ " balance_after from payments ";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	Payments(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	void insertPending(UUID id, Reservation reservation) {
		this.jdbc
			.sql("insert into payments (id, reservation_id, member_id, amount, status, created_at)"
					+ " values (:id, :reservation, :member, :amount, 'PENDING', utc_timestamp(6))")
			.param("id", id.toString())
			.param("reservation", reservation.id().toString())
			.param("member", reservation.memberId().toString())
			.param("amount", reservation.total())
			.update();
	}

	/** Marks the payment as paid, with the balance that its ledger line says. */
	boolean markPaid(UUID id, long balanceAfter) {
		return this.jdbc
			.sql("update payments set status = 'PAID', paid_at = utc_timestamp(6), balance_after = :balance"
					+ " where id = :id and status = 'PENDING'")
			.param("balance", balanceAfter)
			.param("id", id.toString())
			.update() == 1;
	}

	/** Marks a paid payment as given back, and voids its tickets. */
	boolean markRefunded(UUID id) {
		this.jdbc.sql("update tickets set void = true where payment_id = :id").param("id", id.toString()).update();
		return this.jdbc.sql("update payments set status = 'REFUNDED' where id = :id and status = 'PAID'")
			.param("id", id.toString())
			.update() == 1;
	}

	/** Cancels the payment of the reservation where it is still pending. */
	int cancelPending(UUID reservationId) {
		return this.jdbc
			.sql("update payments set status = 'CANCELLED' where reservation_id = :reservation and status = 'PENDING'")
			.param("reservation", reservationId.toString())
			.update();
	}

	void insertTickets(UUID paymentId, long showId, List<Ticket> tickets) {
		this.batches.batchUpdate("insert into tickets (code, payment_id, show_id, seat_no) values (?, ?, ?, ?)",
				tickets.stream()
					.map((ticket) -> new Object[] { ticket.code(), paymentId.toString(), showId, ticket.seatNumber() })
					.toList());
	}

	Optional<Payment> find(UUID memberId, UUID id) {
		return withTickets(this.jdbc.sql(SELECT + "where id = :id and member_id = :member")
			.param("id", id.toString())
			.param("member", memberId.toString())
			.query(Payments::read)
			.list()).stream().findFirst();
	}

	Payment ofReservation(UUID reservationId) {
		return ofReservations(List.of(reservationId)).get(reservationId);
	}

	Map<UUID, Payment> ofReservations(Collection<UUID> reservationIds) {
		if (reservationIds.isEmpty()) {
			return Map.of();
		}
		return withTickets(this.jdbc.sql(SELECT + "where reservation_id in (:ids)")
			.param("ids", reservationIds.stream().map(UUID::toString).toList())
			.query(Payments::read)
			.list()).stream().collect(Collectors.toMap(Payment::reservationId, (payment) -> payment));
	}

	/**
	 * A page of payments that were made, also those given back, in order of their ids;
	 * without tickets.
	 */
	List<Payment> settledAfter(String after, int most) {
		return this.jdbc.sql(SELECT + "where id > :after and status in ('PAID', 'REFUNDED') order by id limit :most")
			.param("after", after)
			.param("most", most)
			.query(Payments::read)
			.list();
	}

	/** Which of the ids are payments that were made. */
	List<String> settledAmong(Collection<String> ids) {
		return this.jdbc.sql("select id from payments where id in (:ids) and status in ('PAID', 'REFUNDED')")
			.param("ids", ids)
			.query(String.class)
			.list();
	}

	PageOf<Payment> ofMember(UUID memberId, int page, int size) {
		long total = this.jdbc.sql("select count(*) from payments where member_id = :member")
			.param("member", memberId.toString())
			.query(Long.class)
			.single();
		List<Payment> payments = this.jdbc
			.sql(SELECT + "where member_id = :member order by created_at desc, id limit :size offset :offset")
			.param("member", memberId.toString())
			.param("size", size)
			.param("offset", (long) page * size)
			.query(Payments::read)
			.list();
		return PageOf.of(withTickets(payments), page, size, total);
	}

	private List<Payment> withTickets(List<Payment> payments) {
		if (payments.isEmpty()) {
			return payments;
		}
		Map<String, List<Ticket>> tickets = this.jdbc.sql(
				"select payment_id, code, seat_no from tickets where payment_id in (:ids) and not void order by seat_no")
			.param("ids", payments.stream().map((payment) -> payment.id().toString()).toList())
			.query((row, number) -> Map.entry(row.getString(1), new Ticket(row.getString(2), row.getInt(3))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		return payments.stream()
			.map((payment) -> new Payment(payment.id(), payment.reservationId(), payment.amount(), payment.status(),
					payment.createdAt(), payment.paidAt(), payment.balanceAfter(),
					tickets.getOrDefault(payment.id().toString(), List.of())))
			.toList();
	}

	private static Payment read(ResultSet row, int number) throws SQLException {
		return new Payment(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("reservation_id")),
				row.getLong("amount"), PaymentStatus.valueOf(row.getString("status")), instant(row, "created_at"),
				instant(row, "paid_at"), row.getObject("balance_after", Long.class), List.of());
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		LocalDateTime time = row.getObject(column, LocalDateTime.class);
		return (time != null) ? time.toInstant(ZoneOffset.UTC) : null;
	}

}
