package app.frontrow.idempotency;

import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The statements on idempotency records. A record is written once and never changed.
 */
@Repository
class IdempotencyRecordRepository {

	private final JdbcClient jdbc;

	IdempotencyRecordRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Entry> find(IdempotentRequest request) {
		return this.jdbc
			.sql("select fingerprint, outcome from idempotency_records"
					+ " where member_id = :member and endpoint = :endpoint and idem_key = :key")
			.param("member", request.memberId().toString())
			.param("endpoint", request.endpoint())
			.param("key", request.key())
			.query((row, number) -> new Entry(row.getString("fingerprint"), row.getString("outcome")))
			.optional();
	}

	/**
	 * Records the outcome of the request, as part of the running transaction.
	 * @throws IdempotencyKeyTakenException if the key has a record
	 * @throws IdempotencyKeyLockedException if another transaction has inserted a record
	 * but does not commit within the lock timeout
	 */
	void insert(IdempotentRequest request, Entry entry) {
		try {
			this.jdbc
				.sql("insert into idempotency_records (member_id, endpoint, idem_key, fingerprint, outcome, created_at)"
						+ " values (:member, :endpoint, :key, :fingerprint, :outcome, utc_timestamp(6))")
				.param("member", request.memberId().toString())
				.param("endpoint", request.endpoint())
				.param("key", request.key())
				.param("fingerprint", entry.fingerprint())
				.param("outcome", entry.outcome())
				.update();
		}
		catch (DuplicateKeyException duplicate) {
			throw new IdempotencyKeyTakenException(duplicate);
		}
		catch (PessimisticLockingFailureException locked) {
			throw new IdempotencyKeyLockedException(locked);
		}
	}

	/**
	 * Deletes some of the records that are older than a day, in the running transaction.
	 */
	int deleteExpired(int limit) {
		return this.jdbc
			.sql("delete from idempotency_records where created_at < utc_timestamp(6) - interval 24 hour"
					+ " order by created_at limit :limit")
			.param("limit", limit)
			.update();
	}

	/**
	 * The stored part of a record.
	 *
	 * @param fingerprint digest of the request's content
	 * @param outcome the answer or the refusal, as JSON
	 */
	record Entry(String fingerprint, String outcome) {
	}

}
