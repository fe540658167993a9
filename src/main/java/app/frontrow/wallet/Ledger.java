package app.frontrow.wallet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import app.frontrow.shared.DatabaseTime;
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

	/** Reads the balance and locks it until the transaction ends. */
	Optional<Long> lock(UUID memberId) {
		return this.jdbc.sql("select balance from wallets where member_id = :member for update")
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

	/**
	 * Adds the amount where the balance stays within the bound.
	 * @return the balance after that; empty if nothing was added
	 */
	OptionalLong add(UUID memberId, long amount, long bound) {
		return change(this.jdbc
			.sql("update wallets set balance = last_insert_id(balance + :amount)"
					+ " where member_id = :member and balance + :amount <= :bound")
			.param("bound", bound), memberId, amount);
	}

	/**
	 * Takes the amount away where the balance suffices.
	 * @return the balance after that; empty if nothing was taken
	 */
	OptionalLong take(UUID memberId, long amount) {
		return change(this.jdbc.sql("update wallets set balance = last_insert_id(balance - :amount)"
				+ " where member_id = :member and balance >= :amount"), memberId, amount);
	}

	/** The new balance comes back with the count of rows, as generated keys do. */
	private static OptionalLong change(JdbcClient.StatementSpec update, UUID memberId, long amount) {
		GeneratedKeyHolder balance = new GeneratedKeyHolder();
		int changed = update.param("amount", amount).param("member", memberId.toString()).update(balance);
		if (changed != 1) {
			return OptionalLong.empty();
		}
		// the driver reports no key where it is 0
		return OptionalLong.of((balance.getKey() != null) ? balance.getKey().longValue() : 0);
	}

	/** The database's time. */
	Instant now() {
		return this.jdbc.sql("select utc_timestamp(6) as db_time")
			.query((row, number) -> DatabaseTime.instant(row, "db_time"))
			.single();
	}

	/** Writes the line of a change that this transaction has made to the balance. */
	LedgerEntry append(UUID memberId, EntryType type, long amount, String reference, long balanceAfter, Instant at) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc
			.sql("insert into ledger_entries (member_id, type, amount, balance_after, reference, created_at)"
					+ " values (:member, :type, :amount, :balance, :reference, :at)")
			.param("member", memberId.toString())
			.param("type", type.name())
			.param("amount", amount)
			.param("balance", balanceAfter)
			.param("reference", reference)
			.param("at", DatabaseTime.of(at))
			.update(key);
		return new LedgerEntry(key.getKey().longValue(), type, amount, balanceAfter, reference, at);
	}

	PageOf<LedgerEntry> ofMember(UUID memberId, int page, int size) {
		List<LedgerEntry> entries = this.jdbc
			.sql(SELECT + "where member_id = :member order by id desc limit :size offset :offset")
			.param("member", memberId.toString())
			.param("size", size)
			.param("offset", (long) page * size)
			.query(Ledger::read)
			.list();
		return PageOf.of(entries, page, size,
				() -> this.jdbc.sql("select count(*) from ledger_entries where member_id = :member")
					.param("member", memberId.toString())
					.query(Long.class)
					.single());
	}

	private static LedgerEntry read(ResultSet row, int number) throws SQLException {
		return new LedgerEntry(row.getLong("id"), EntryType.valueOf(row.getString("type")), row.getLong("amount"),
				row.getLong("balance_after"), row.getString("reference"), DatabaseTime.instant(row, "created_at"));
	}

}
