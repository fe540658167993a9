package app.frontrow.office.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.shared.PageOf;
import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The statements on the trail.
 */
@Repository
class TrailRepository {

	private static final String WHERE = " from trail_entries where (:who is null or username = convert(:who using ascii))"
			+ " and (:what is null or what = convert(:what using ascii)) and (:from is null or at >= :from) and (:to is null or at < :to)";

	private final JdbcClient jdbc;

	TrailRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Locks the end of the trail until the transaction ends, so it cannot fork. */
	Head lockHead() {
		return readHead(" for update");
	}

	Head findHead() {
		return readHead("");
	}

	private Head readHead(String lock) {
		return this.jdbc.sql("select number, hash, utc_timestamp(6) as db_time from trail_head where id = 1" + lock)
			.query((row, number) -> new Head(row.getLong("number"), row.getString("hash"),
					DatabaseTimeConverter.readInstant(row, "db_time")))
			.single();
	}

	void append(TrailEntry entry) {
		this.jdbc
			.sql("insert into trail_entries (number, at, member_id, username, roles, what, subject, concert_id,"
					+ " before_change, after_change, reason, hash) values (:number, :at, :member, :username, :roles,"
					+ " :what, :subject, :concert, :before, :after, :reason, :hash)")
			.param("number", entry.number())
			.param("at", DatabaseTimeConverter.toDatabase(entry.at()))
			.param("member", entry.memberId().toString())
			.param("username", entry.username())
			.param("roles", entry.roles())
			.param("what", entry.what())
			.param("subject", entry.subject())
			.param("concert", entry.concertId())
			.param("before", entry.before())
			.param("after", entry.after())
			.param("reason", entry.reason())
			.param("hash", entry.hash())
			.update();
		this.jdbc.sql("update trail_head set number = :number, hash = :hash where id = 1")
			.param("number", entry.number())
			.param("hash", entry.hash())
			.update();
	}

	/** Entries behind this number, the oldest first. */
	List<TrailEntry> findAfter(long number, int rows) {
		return this.jdbc.sql("select * from trail_entries where number > :number order by number limit :rows")
			.param("number", number)
			.param("rows", rows)
			.query(TrailRepository::read)
			.list();
	}

	List<TrailEntry> findLatest(String what, long concertId, int most) {
		return this.jdbc.sql(
				"select * from trail_entries where concert_id = :concert and what = :what order by number desc limit :most")
			.param("concert", concertId)
			.param("what", what)
			.param("most", most)
			.query(TrailRepository::read)
			.list();
	}

	PageOf<TrailEntry> find(TrailFilter filter, int page, int size) {
		List<TrailEntry> found = statement("select *" + WHERE + " order by number desc limit :size offset :offset",
				filter)
			.param("size", size)
			.param("offset", (long) page * size)
			.query(TrailRepository::read)
			.list();
		return PageOf.of(found, page, size,
				() -> statement("select count(*)" + WHERE, filter).query(Long.class).single());
	}

	private JdbcClient.StatementSpec statement(String sql, TrailFilter filter) {
		return this.jdbc.sql(sql)
			.param("who", filter.who())
			.param("what", filter.what())
			.param("from", (filter.from() != null) ? DatabaseTimeConverter.toDatabase(filter.from()) : null)
			.param("to", (filter.to() != null) ? DatabaseTimeConverter.toDatabase(filter.to()) : null);
	}

	private static TrailEntry read(ResultSet row, int number) throws SQLException {
		return new TrailEntry(row.getLong("number"), DatabaseTimeConverter.readInstant(row, "at"),
				UUID.fromString(row.getString("member_id")), row.getString("username"), row.getString("roles"),
				row.getString("what"), row.getString("subject"), row.getObject("concert_id", Long.class),
				row.getString("before_change"), row.getString("after_change"), row.getString("reason"),
				row.getString("hash"));
	}

	/**
	 * The end of the trail.
	 *
	 * @param now the database's time
	 */
	record Head(long number, String hash, Instant now) {
	}

}
