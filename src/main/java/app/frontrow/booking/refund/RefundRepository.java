package app.frontrow.booking.refund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import app.frontrow.catalogue.cancellation.CancellationRules;
import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads and writes refunds. A refund is written once and never changed.
 */
@Repository
public class RefundRepository {

	private static final String TERMS = "select cancellation_rules, cancellation_grace_minutes,"
			+ " cancellation_free_until, refund_count" + " from reservations where id = :id";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	RefundRepository(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** Reads the terms of an existing order. */
	public CancellationTerms findTerms(UUID reservationId) {
		return readTerms(TERMS, reservationId);
	}

	/** Reads the terms, and locks the order until the transaction ends. */
	public CancellationTerms lockTerms(UUID reservationId) {
		return readTerms(TERMS + " for update", reservationId);
	}

	private CancellationTerms readTerms(String sql, UUID reservationId) {
		return this.jdbc.sql(sql).param("id", reservationId.toString()).query((row, number) -> {
			String rules = row.getString("cancellation_rules");
			return new CancellationTerms((rules != null) ? CancellationRules.parse(rules) : List.of(),
					Duration.ofMinutes(row.getLong("cancellation_grace_minutes")),
					DatabaseTimeConverter.readNullableInstant(row, "cancellation_free_until"),
					row.getInt("refund_count"));
		}).single();
	}

	/**
	 * Writes a refund and its tickets. The database refuses a ticket that has a refund
	 * already.
	 */
	public void insert(Refund refund) {
		this.jdbc
			.sql("insert into refunds (id, payment_id, part, number, amount, fee, balance_after, username, reason,"
					+ " created_at) values (:id, :payment, :part, :number, :amount, :fee, :balance, :username, :reason,"
					+ " :at)")
			.param("id", refund.id().toString())
			.param("payment", refund.paymentId().toString())
			.param("part", refund.part())
			.param("number", refund.number())
			.param("amount", refund.amount())
			.param("fee", refund.fee())
			.param("balance", refund.balanceAfter())
			.param("username", refund.username())
			.param("reason", refund.reason())
			.param("at", DatabaseTimeConverter.toDatabase(refund.at()))
			.update();
		this.batches.batchUpdate(
				"insert into refund_tickets (ticket_code, refund_id, seat_no, grade, price, fee) values (?, ?, ?, ?, ?, ?)",
				refund.tickets()
					.stream()
					.map((ticket) -> new Object[] { ticket.code(), refund.id().toString(), ticket.seatNumber(),
							ticket.grade(), ticket.price(), ticket.fee() })
					.toList());
	}

	/** Returns the refunds of a payment, oldest first. */
	public List<Refund> findByPayment(UUID paymentId) {
		return find("payment_id", paymentId);
	}

	public Optional<Refund> find(UUID id) {
		return find("id", id).stream().findFirst();
	}

	private List<Refund> find(String column, UUID value) {
		List<Refund> found = this.jdbc.sql("select * from refunds where " + column + " = :value order by part")
			.param("value", value.toString())
			.query(RefundRepository::read)
			.list();
		if (found.isEmpty()) {
			return found;
		}
		Map<String, List<RefundedTicket>> tickets = this.jdbc
			.sql("select * from refund_tickets where refund_id in (:ids) order by seat_no")
			.param("ids", found.stream().map((refund) -> refund.id().toString()).toList())
			.query((row, number) -> Map.entry(row.getString("refund_id"),
					new RefundedTicket(row.getString("ticket_code"), row.getInt("seat_no"), row.getString("grade"),
							row.getLong("price"), row.getLong("fee"))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		return found.stream()
			.map((refund) -> refund.with(tickets.getOrDefault(refund.id().toString(), List.of())))
			.toList();
	}

	private static Refund read(ResultSet row, int number) throws SQLException {
		return new Refund(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("payment_id")),
				row.getInt("part"), row.getString("number"), row.getLong("amount"), row.getLong("fee"),
				row.getLong("balance_after"), row.getString("username"), row.getString("reason"),
				DatabaseTimeConverter.readInstant(row, "created_at"), List.of());
	}

}
