package app.frontrow.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import app.frontrow.shared.store.DatabaseTimeConverter;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores the outbox of webhooks. The database's clock decides what is due.
 */
@Repository
public class WebhookDeliveryRepository {

	private static final String COLUMNS = "id, endpoint_id, message_id, type, payload, status, attempts, created_at,"
			+ " answered_at, answer_status, answer_millis, answer_body";

	private static final String INSERT = "insert into webhook_deliveries (endpoint_id, message_id, type, payload, status,"
			+ " attempts, next_attempt_at, created_at) ";

	private static final String ROWS = "select e.id, ?, ?, ?, 'PENDING', 0, utc_timestamp(6), utc_timestamp(6)"
			+ " from webhook_endpoints e%s where find_in_set(?, e.events) > 0";

	private static final String IF_SOLD_OUT = " join shows s on s.id = ? and s.seats_left = 0";

	private final JdbcClient jdbc;

	WebhookDeliveryRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds the messages for all programs that ask for these events, in one statement. */
	void add(List<Message> messages) {
		List<String> selects = new ArrayList<>();
		List<Object> parameters = new ArrayList<>();
		for (Message message : messages) {
			selects.add(ROWS.formatted((message.soldOutShowId() != null) ? IF_SOLD_OUT : ""));
			parameters.addAll(List.of(message.id().toString(), message.type().code(), message.payload()));
			if (message.soldOutShowId() != null) {
				parameters.add(message.soldOutShowId());
			}
			parameters.add(message.type().code());
		}
		this.jdbc.sql(INSERT + String.join(" union all ", selects)).params(parameters).update();
	}

	/** Returns messages for the program whose next try is due. */
	public List<WebhookDelivery> findDue(UUID endpointId, int most) {
		return this.jdbc
			.sql("select " + COLUMNS + " from webhook_deliveries where endpoint_id = :endpoint and status = 'PENDING'"
					+ " and next_attempt_at <= utc_timestamp(6) order by next_attempt_at, id limit :most")
			.param("endpoint", endpointId.toString())
			.param("most", most)
			.query(WebhookDeliveryRepository::read)
			.list();
	}

	/**
	 * Takes a message for one try. No other instance tries before the pause is over. If
	 * this instance fails, another one tries after the pause.
	 * @return false if another instance was faster
	 */
	@Transactional
	public boolean claim(WebhookDelivery delivery, Duration pause) {
		return this.jdbc
			.sql("update webhook_deliveries set attempts = attempts + 1,"
					+ " next_attempt_at = utc_timestamp(6) + interval :micros microsecond"
					+ " where id = :id and status = 'PENDING' and attempts = :attempts"
					+ " and next_attempt_at <= utc_timestamp(6)")
			.param("micros", pause.toNanos() / 1_000)
			.param("id", delivery.id())
			.param("attempts", delivery.attempts())
			.update() == 1;
	}

	/**
	 * Records the answer of the program.
	 * @param status {@code SENT}, {@code FAILED}, or {@code PENDING} if another try
	 * follows
	 */
	@Transactional
	public void markAnswered(long id, String status, WebhookAnswer answer) {
		this.jdbc.sql(
				"update webhook_deliveries set status = :status, answered_at = utc_timestamp(6), answer_status = :code,"
						+ " answer_millis = :millis, answer_body = :body where id = :id and status = 'PENDING'")
			.param("status", status)
			.param("code", answer.status())
			.param("millis", answer.millis())
			.param("body", answer.body())
			.param("id", id)
			.update();
	}

	/** Returns the last messages for the program, the newest first. */
	List<WebhookDelivery> findLast(UUID endpointId, int most) {
		return this.jdbc
			.sql("select " + COLUMNS
					+ " from webhook_deliveries where endpoint_id = :endpoint order by id desc limit :most")
			.param("endpoint", endpointId.toString())
			.param("most", most)
			.query(WebhookDeliveryRepository::read)
			.list();
	}

	/** Sends a message again from the first try on. Returns false if there is none. */
	boolean replay(long id) {
		return this.jdbc
			.sql("update webhook_deliveries set status = 'PENDING', attempts = 0, next_attempt_at = utc_timestamp(6)"
					+ " where id = :id")
			.param("id", id)
			.update() == 1;
	}

	/** Deletes old messages, some at a time. */
	@Transactional
	public void deleteOld(Duration age, int most) {
		this.jdbc
			.sql("delete from webhook_deliveries where created_at < utc_timestamp(6) - interval :seconds second"
					+ " order by created_at limit :most")
			.param("seconds", age.toSeconds())
			.param("most", most)
			.update();
	}

	private static WebhookDelivery read(ResultSet row, int number) throws SQLException {
		return new WebhookDelivery(row.getLong("id"), UUID.fromString(row.getString("endpoint_id")),
				UUID.fromString(row.getString("message_id")), WebhookType.of(row.getString("type")),
				row.getString("payload"), row.getString("status"), row.getInt("attempts"),
				DatabaseTimeConverter.readInstant(row, "created_at"),
				DatabaseTimeConverter.readNullableInstant(row, "answered_at"),
				row.getObject("answer_status", Integer.class), row.getObject("answer_millis", Integer.class),
				row.getString("answer_body"));
	}

	/**
	 * A message for all programs that ask for its type.
	 *
	 * @param soldOutShowId only if this show has no seat left; null for always
	 */
	record Message(UUID id, WebhookType type, String payload, @Nullable Long soldOutShowId) {
	}

}
