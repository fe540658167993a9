package app.frontrow.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A digest of all that a refused request must leave as it is. What changes by itself is
 * not part of it: holds that run out, and the recorded refusals of idempotency keys,
 * which are answers. Of seats and orders only those of concerts made since are looked at.
 */
final class StoreDigest {

	private static final String ORDERS = " where r.concert_id >= :concert and not (r.status in ('HELD', 'EXPIRED')"
			+ " and r.held_until <= :horizon)";

	private static final Map<String, String> TABLES = Map.ofEntries(
			table("members", "id, username, password_hash, display_name, role", "members"),
			table("wallets", "member_id, balance", "wallets"),
			table("ledger", "id, member_id, type, amount, balance_after, reference", "ledger_entries"),
			table("concerts",
					"id, title, artist, venue, description, sales_open_at, first_show_at, last_show_at, withdrawn",
					"concerts"),
			table("prices", "concert_id, grade, from_seat, to_seat, price", "price_bands"),
			table("shows", "id, concert_id, starts_at, seats_left, withdrawn", "shows"),
			table("controls", "concert_id, capacity, admissions_per_second, mode", "queue_controls"),
			table("keys", "member_id, endpoint, idem_key, fingerprint, outcome",
					"idempotency_records where outcome like '{\"answer\"%'"),
			table("seats",
					"s.show_id, s.seat_no, s.grade, s.price, if(s.status = 'HELD' and s.hold_until <= :horizon,"
							+ " 'AVAILABLE', concat_ws(' ', s.status, s.reservation_id))",
					"seats s join shows on shows.id = s.show_id where shows.concert_id >= :concert"),
			table("reservations", "r.id, r.member_id, r.show_id, r.total, r.status, r.held_until",
					"reservations r" + ORDERS),
			table("payments", "p.id, p.member_id, p.amount, p.status, p.balance_after",
					"payments p join reservations r on r.id = p.reservation_id" + ORDERS),
			table("tickets", "t.code, t.seat_no, t.void", "tickets t join payments p on p.id = t.payment_id"
					+ " join reservations r on r.id = p.reservation_id" + ORDERS));

	private final JdbcClient jdbc;

	private final long concert;

	/** The state seen from this concert on. */
	StoreDigest(JdbcClient jdbc, long concert) {
		this.jdbc = jdbc;
		this.concert = concert;
	}

	/** A time two minutes ahead: what runs out until then is not looked at. */
	String horizon() {
		return this.jdbc.sql("select cast(utc_timestamp(6) + interval 120 second as char)")
			.query(String.class)
			.single();
	}

	/** Rows and checksum of each table. */
	Map<String, String> digest(String horizon) {
		Map<String, String> digest = new LinkedHashMap<>();
		TABLES.forEach((name, query) -> digest.put(name,
				this.jdbc.sql(query)
					.param("concert", this.concert)
					.param("horizon", horizon)
					.query(String.class)
					.single()));
		return digest;
	}

	private static Map.Entry<String, String> table(String name, String columns, String from) {
		return Map.entry(name, "select concat(count(*), ' rows, ', coalesce(sum(crc32(concat_ws('|', " + columns
				+ "))), 0)) from " + from);
	}

}
