package app.frontrow.idempotency;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The statements on idempotency records. Leases go by the database's clock.
 */
@Repository
class Records {

	/** Longer than any request can take, so a record is taken over only from the dead. */
	private static final int LEASE_SECONDS = 30;

	private static final String KEY = " where member_id = :member and endpoint = :endpoint and idem_key = :key";

	private final JdbcClient jdbc;

	Records(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Entry> find(RequestKey request) {
		return bound("select fingerprint, state, owner, outcome, lease_until > utc_timestamp(6) as leased"
				+ " from idempotency_records" + KEY, request)
			.query((row, number) -> new Entry(row.getString("fingerprint"), row.getString("state").equals("DONE"),
					row.getString("owner"), row.getString("outcome"), row.getBoolean("leased")))
			.optional();
	}

	/** Claims a key that nobody has used; false if somebody was faster. */
	boolean insert(RequestKey request, String fingerprint, String owner) {
		return bound("insert ignore into idempotency_records (member_id, endpoint, idem_key, fingerprint, state, owner,"
				+ " lease_until, created_at) values (:member, :endpoint, :key, :fingerprint, 'IN_PROGRESS', :owner,"
				+ " utc_timestamp(6) + interval :lease second, utc_timestamp(6))", request)
			.param("fingerprint", fingerprint)
			.param("owner", owner)
			.param("lease", LEASE_SECONDS)
			.update() == 1;
	}

	/** Takes a record over whose owner has let its lease run out. */
	boolean takeOver(RequestKey request, String from, String owner) {
		return bound(
				"update idempotency_records set owner = :owner, lease_until = utc_timestamp(6) + interval :lease second"
						+ KEY + " and state = 'IN_PROGRESS' and owner = :from and lease_until <= utc_timestamp(6)",
				request)
			.param("owner", owner)
			.param("lease", LEASE_SECONDS)
			.param("from", from)
			.update() == 1;
	}

	/** Locks the record until the transaction ends; false if it is another owner's. */
	boolean lock(RequestKey request, String owner) {
		return bound(
				"select 1 from idempotency_records" + KEY + " and owner = :owner and state = 'IN_PROGRESS' for update",
				request)
			.param("owner", owner)
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	boolean finish(RequestKey request, String owner, String outcome) {
		return bound("update idempotency_records set state = 'DONE', outcome = :outcome" + KEY
				+ " and owner = :owner and state = 'IN_PROGRESS'", request)
			.param("outcome", outcome)
			.param("owner", owner)
			.update() == 1;
	}

	/** Forgets a key whose work came to nothing. */
	void release(RequestKey request, String owner) {
		bound("delete from idempotency_records" + KEY + " and owner = :owner and state = 'IN_PROGRESS'", request)
			.param("owner", owner)
			.update();
	}

	/** Forgets some of the keys that are older than a day. */
	int forget(int most) {
		return this.jdbc
			.sql("delete from idempotency_records where created_at < utc_timestamp(6) - interval 24 hour"
					+ " order by created_at limit :most")
			.param("most", most)
			.update();
	}

	private JdbcClient.StatementSpec bound(String sql, RequestKey request) {
		return this.jdbc.sql(sql)
			.param("member", request.memberId().toString())
			.param("endpoint", request.endpoint())
			.param("key", request.key());
	}

	/** A record as it stands. */
	record Entry(String fingerprint, boolean done, String owner, String outcome, boolean leased) {
	}

}
