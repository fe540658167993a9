package app.frontrow.wallet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import app.frontrow.shared.PageOf;
import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/**
 * Reads and writes balances and ledger lines. One conditional statement changes a
 * balance, so concurrent changes do not overwrite each other.
 */
@Repository
class LedgerRepository {

	private static final String SELECT = "select id, type, amount, balance_after, reference, created_at"
			+ " from ledger_entries ";

	private final JdbcClient jdbc;

	LedgerRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Long> findBalance(UUID memberId) {
		return this.jdbc.sql("select balance from wallets where member_id = :member")
			.param("member", memberId.toString())
			.query(Long.class)
			.optional();
	}

	/** Reads the balance and locks it until the transaction ends. */
	Optional<Long> lockBalance(UUID memberId) {
		return this.jdbc.sql("select balance from wallets where member_id = :member for update")
			.param("member", memberId.toString())
			.query(Long.class)
			.optional();
	}

	/** Returns false if the wallet exists already. */
	boolean openWallet(UUID memberId) {
		return this.jdbc.sql("insert ignore into wallets (member_id, balance) values (:member, 0)")
			.param("member", memberId.toString())
			.update() == 1;
	}

	/**
	 * Adds the amount if the balance stays within the bound.
	 * @return the new balance; empty if nothing was added
	 */
	OptionalLong add(UUID memberId, long amount, long bound) {
		return change(this.jdbc
			.sql("update wallets set balance = last_insert_id(balance + :amount)"
					+ " where member_id = :member and balance + :amount <= :bound")
			.param("bound", bound), memberId, amount);
	}

	/**
	 * Subtracts the amount if the balance is high enough.
	 * @return the new balance; empty if nothing was subtracted
	 */
	OptionalLong take(UUID memberId, long amount) {
		return change(this.jdbc.sql("update wallets set balance = last_insert_id(balance - :amount)"
				+ " where member_id = :member and balance >= :amount"), memberId, amount);
	}

	/**
	 * Returns the new balance. The statement passes it to {@code last_insert_id}, so no
	 * second statement must read it.
	 */
	private static OptionalLong change(JdbcClient.StatementSpec update, UUID memberId, long amount) {
		GeneratedKeyHolder balance = new GeneratedKeyHolder();
		int changed = update.param("amount", amount).param("member", memberId.toString()).update(balance);
		if (changed != 1) {
			return OptionalLong.empty();
		}
		// the driver returns no key for 0
		return OptionalLong.of((balance.getKey() != null) ? balance.getKey().longValue() : 0);
	}

	Instant readDatabaseTime() {
		return this.jdbc.sql("select utc_timestamp(6) as db_time")
			.query((row, number) -> DatabaseTimeConverter.readInstant(row, "db_time"))
			.single();
	}

	/** Records a change that this transaction made to the balance. */
	LedgerEntry append(UUID memberId, LedgerEntryType type, long amount, String reference, long balanceAfter,
			Instant at) {
		return append(memberId, type, amount, reference, 0, balanceAfter, at);
	}

	/**
	 * Records a refund: the price that was returned, then the fee, each if there is one.
	 */
	void appendRefund(UUID memberId, RefundLedgerData refund, long balanceAfter, Instant at) {
		String reference = refund.paymentId().toString();
		if (refund.price() > 0) {
			append(memberId, LedgerEntryType.REFUND, refund.price(), reference, refund.part(),
					balanceAfter + refund.fee(), at);
		}
		if (refund.fee() > 0) {
			append(memberId, LedgerEntryType.FEE, -refund.fee(), reference, refund.part(), balanceAfter, at);
		}
	}

	private LedgerEntry append(UUID memberId, LedgerEntryType type, long amount, String reference, int part,
			long balanceAfter, Instant at) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc
			.sql("insert into ledger_entries (member_id, type, amount, balance_after, reference, part, created_at)"
					+ " values (:member, :type, :amount, :balance, :reference, :part, :at)")
			.param("member", memberId.toString())
			.param("type", type.name())
			.param("amount", amount)
			.param("balance", balanceAfter)
			.param("reference", reference)
			.param("part", part)
			.param("at", DatabaseTimeConverter.toDatabase(at))
			.update(key);
		return new LedgerEntry(Objects.requireNonNull(key.getKey()).longValue(), type, amount, balanceAfter, reference,
				at);
	}

	PageOf<LedgerEntry> findByMember(UUID memberId, int page, int size) {
		List<LedgerEntry> entries = this.jdbc
			.sql(SELECT + "where member_id = :member order by id desc limit :size offset :offset")
			.param("member", memberId.toString())
			.param("size", size)
			.param("offset", (long) page * size)
			.query(LedgerRepository::read)
			.list();
		return PageOf.of(entries, page, size,
				() -> this.jdbc.sql("select count(*) from ledger_entries where member_id = :member")
					.param("member", memberId.toString())
					.query(Long.class)
					.single());
	}

	List<LedgerEntry> findAllByMember(UUID memberId) {
		return this.jdbc.sql(SELECT + "where member_id = :member order by id")
			.param("member", memberId.toString())
			.query(LedgerRepository::read)
			.list();
	}

	List<LedgerEntry> findRefunds(UUID memberId, String reference) {
		return this.jdbc
			.sql(SELECT + "where reference = :reference and type = 'REFUND' and member_id = :member order by id")
			.param("reference", reference)
			.param("member", memberId.toString())
			.query(LedgerRepository::read)
			.list();
	}

	private static LedgerEntry read(ResultSet row, int number) throws SQLException {
		return new LedgerEntry(row.getLong("id"), LedgerEntryType.valueOf(row.getString("type")), row.getLong("amount"),
				row.getLong("balance_after"), row.getString("reference"),
				DatabaseTimeConverter.readInstant(row, "created_at"));
	}

}
