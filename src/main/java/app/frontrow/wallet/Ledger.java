package app.frontrow.wallet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.shared.PageOf;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/**
 * The statements on balances and ledger lines. A balance changes by one conditional
 * statement, never by reading and writing back.
 */
@Repository
class Ledger {

	private static final String SELECT = "select id, type, amount, balance_after, reference, created_at"
			+ " from ledger_entries ";

	private final JdbcClient jdbc;

	Ledger(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Long> balance(UUID memberId) {
		return this.jdbc.sql("select balance from wallets where member_id = :member")
			.param("member", memberId.toString())
			.query(Long.class)
			.optional();
	}

	/** Opens the member's wallet; false if another request was faster. */
	boolean open(UUID memberId) {
		return this.jdbc.sql("insert ignore into wallets (member_id, balance) values (:member, 0)")
			.param("member", memberId.toString())
			.update() == 1;
	}

	/** Adds the amount where the balance stays within the bound. */
	boolean add(UUID memberId, long amount, long bound) {
		return this.jdbc.sql(
				"update wallets set balance = balance + :amount where member_id = :member and balance + :amount <= :bound")
			.param("amount", amount)
			.param("member", memberId.toString())
			.param("bound", bound)
			.update() == 1;
	}

	/** Takes the amount away where the balance suffices. */
	boolean take(UUID memberId, long amount) {
		return this.jdbc
			.sql("update wallets set balance = balance - :amount where member_id = :member and balance >= :amount")
			.param("amount", amount)
			.param("member", memberId.toString())
			.update() == 1;
	}

	/** Writes the line of a change that this transaction has just made to the balance. */
	LedgerEntry append(UUID memberId, EntryType type, long amount, String reference) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc
			.sql("insert into ledger_entries (member_id, type, amount, balance_after, reference, created_at)"
					+ " select member_id, :type, :amount, balance, :reference, utc_timestamp(6) from wallets"
					+ " where member_id = :member")
			.param("type", type.name())
			.param("amount", amount)
			.param("reference", reference)
			.param("member", memberId.toString())
			.update(key, "id");
		return this.jdbc.sql(SELECT + "where id = :id").param("id", key.getKey()).query(Ledger::read).single();
	}

	PageOf<LedgerEntry> ofMember(UUID memberId, int page, int size) {
		long total = this.jdbc.sql("select count(*) from ledger_entries where member_id = :member")
			.param("member", memberId.toString())
			.query(Long.class)
			.single();
		List<LedgerEntry> entries = this.jdbc
			.sql(SELECT + "where member_id = :member order by id desc limit :size offset :offset")
			.param("member", memberId.toString())
			.param("size", size)
			.param("offset", (long) page * size)
			.query(Ledger::read)
			.list();
		return PageOf.of(entries, page, size, total);
	}

	private static LedgerEntry read(ResultSet row, int number) throws SQLException {
		return new LedgerEntry(row.getLong("id"), EntryType.valueOf(row.getString("type")), row.getLong("amount"),
				row.getLong("balance_after"), row.getString("reference"),
				row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
	}

}
