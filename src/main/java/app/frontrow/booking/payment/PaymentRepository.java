package app.frontrow.booking.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import app.frontrow.booking.reservation.Reservation;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.TimeOrderedUuid;
import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads and writes payments and tickets.
 */
@Repository
public class PaymentRepository {

	private static final String SELECT = "select id, reservation_id, amount, status, created_at, paid_at,"
			+ " balance_after from payments ";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	PaymentRepository(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** Writes the pending payment of a new reservation. */
	public Payment insertPending(Reservation reservation) {
		Payment payment = new Payment(TimeOrderedUuid.next(), reservation.id(), reservation.total(),
				PaymentStatus.PENDING, reservation.createdAt(), null, null, List.of());
		this.jdbc
			.sql("insert into payments (id, reservation_id, member_id, amount, status, created_at)"
					+ " values (:id, :reservation, :member, :amount, :status, :createdAt)")
			.param("id", payment.id().toString())
			.param("reservation", reservation.id().toString())
			.param("member", reservation.memberId().toString())
			.param("amount", payment.amount())
			.param("status", payment.status().name())
			.param("createdAt", DatabaseTimeConverter.toDatabase(payment.createdAt()))
			.update();
		return payment;
	}

	/**
	 * Reads the payment of a reservation without its tickets, and the database's time.
	 */
	public Reading read(UUID reservationId) {
		return this.jdbc
			.sql("select id, reservation_id, amount, status, created_at, paid_at, balance_after,"
					+ " utc_timestamp(6) as db_time from payments where reservation_id = :reservation")
			.param("reservation", reservationId.toString())
			.query((row, number) -> new Reading(read(row, number), DatabaseTimeConverter.readInstant(row, "db_time")))
			.single();
	}

	/** Marks a pending payment as paid, and writes its tickets. */
	public void markPaid(Payment paid, long showId) {
		int marked = this.jdbc
			.sql("update payments set status = 'PAID', paid_at = :paidAt, balance_after = :balance"
					+ " where id = :id and status = 'PENDING'")
			.param("paidAt", DatabaseTimeConverter.toDatabase(paid.requirePaidAt()))
			.param("balance", paid.balanceAfter())
			.param("id", paid.id().toString())
			.update();
		if (marked != 1) {
			throw new IllegalStateException("The payment " + paid.id() + " of a live hold is not pending");
		}
		this.batches.batchUpdate("insert into tickets (code, payment_id, show_id, seat_no) values (?, ?, ?, ?)",
				paid.tickets()
					.stream()
					.map((ticket) -> new Object[] { ticket.code(), paid.id().toString(), showId, ticket.seatNumber() })
					.toList());
	}

	/**
	 * Reads the payment of a reservation with its valid tickets, and the database's time.
	 */
	public Reading readWithTickets(UUID reservationId) {
		Reading reading = read(reservationId);
		return new Reading(withTickets(List.of(reading.payment())).get(0), reading.at());
	}

	/**
	 * Voids tickets of a payment. If no valid ticket is left, the payment is refunded.
	 * @param paid the payment with its valid tickets
	 */
	public void voidTickets(Payment paid, List<String> codes) {
		if (codes.size() == paid.tickets().size()) {
			int marked = this.jdbc.sql("update payments set status = 'REFUNDED' where id = :id and status = 'PAID'")
				.param("id", paid.id().toString())
				.update();
			if (marked != 1) {
				throw new IllegalStateException("The payment " + paid.id() + " of a confirmed reservation is not paid");
			}
		}
		int voided = this.jdbc
			.sql("update tickets set void = true where code in (:codes) and payment_id = :id and not void")
			.param("codes", codes)
			.param("id", paid.id().toString())
			.update();
		if (voided != codes.size()) {
			throw new IllegalStateException("A ticket of the payment " + paid.id() + " is void already");
		}
	}

	/** Cancels the payment of the reservation if it is still pending. */
	public int cancelPending(UUID reservationId) {
		return this.jdbc
			.sql("update payments set status = 'CANCELLED' where reservation_id = :reservation and status = 'PENDING'")
			.param("reservation", reservationId.toString())
			.update();
	}

	public Optional<Payment> find(UUID memberId, UUID id) {
		return withTickets(this.jdbc.sql(SELECT + "where id = :id and member_id = :member")
			.param("id", id.toString())
			.param("member", memberId.toString())
			.query(PaymentRepository::read)
			.list()).stream().findFirst();
	}

	public Payment findByReservation(UUID reservationId) {
		return Objects.requireNonNull(findByReservations(List.of(reservationId)).get(reservationId));
	}

	public Map<UUID, Payment> findByReservations(Collection<UUID> reservationIds) {
		if (reservationIds.isEmpty()) {
			return Map.of();
		}
		return withTickets(this.jdbc.sql(SELECT + "where reservation_id in (:ids)")
			.param("ids", reservationIds.stream().map(UUID::toString).toList())
			.query(PaymentRepository::read)
			.list()).stream().collect(Collectors.toMap(Payment::reservationId, (payment) -> payment));
	}

	public PageOf<Payment> findByMember(UUID memberId, int page, int size) {
		List<Payment> payments = this.jdbc
			.sql(SELECT + "where member_id = :member order by created_at desc, id limit :size offset :offset")
			.param("member", memberId.toString())
			.param("size", size)
			.param("offset", (long) page * size)
			.query(PaymentRepository::read)
			.list();
		return PageOf.of(withTickets(payments), page, size,
				() -> this.jdbc.sql("select count(*) from payments where member_id = :member")
					.param("member", memberId.toString())
					.query(Long.class)
					.single());
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
				row.getLong("amount"), PaymentStatus.valueOf(row.getString("status")),
				DatabaseTimeConverter.readInstant(row, "created_at"),
				DatabaseTimeConverter.readNullableInstant(row, "paid_at"), row.getObject("balance_after", Long.class),
				List.of());
	}

	/**
	 * A payment and the time when it was read.
	 *
	 * @param at the database's time
	 */
	public record Reading(Payment payment, Instant at) {
	}

}
