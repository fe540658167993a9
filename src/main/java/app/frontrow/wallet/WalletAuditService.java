package app.frontrow.wallet;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import app.frontrow.shared.Discrepancy;
import app.frontrow.shared.store.KeyRange;
import app.frontrow.shared.store.KeyRangeReader;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds balances that differ from their ledger lines. Each statement reads one page of
 * rows, by member or by the reference of the lines.
 */
@Service
public class WalletAuditService {

	private static final String LEDGER = "ledger_entries";

	private final JdbcClient jdbc;

	private final KeyRangeReader ranges;

	WalletAuditService(JdbcClient jdbc, KeyRangeReader ranges) {
		this.jdbc = jdbc;
		this.ranges = ranges;
	}

	/**
	 * Returns the next page of members who have a wallet or a ledger line.
	 * @param rows limit of wallets and of ledger lines; all lines of the last member
	 * belong to the page, even if they exceed the limit
	 */
	public KeyRange findNextMembers(String after, int rows) {
		return this.ranges.read("wallets", "member_id", after, rows)
			.orShorter(this.ranges.read(LEDGER, "member_id", after, rows));
	}

	/** Returns the next page of references of ledger lines. */
	public KeyRange findNextReferences(String after, int lines) {
		return this.ranges.read(LEDGER, "reference", after, lines);
	}

	/** Returns balances that are not the sum of ledger lines. */
	public List<Discrepancy> findWrongBalances(KeyRange members) {
		return this.jdbc.sql("""
				select member_id, sum(amount) as expected, sum(balance) as actual
				from (
				  select member_id, amount, null as balance
				  from ledger_entries where member_id > :after and member_id <= :to
				  union all
				  select member_id, 0, balance from wallets where member_id > :after and member_id <= :to
				) lines_and_wallets
				group by member_id having actual is null or actual <> expected""")
			.param("after", members.after())
			.param("to", members.to())
			.query((row, number) -> new Discrepancy("balance-is-sum-of-ledger", "wallet " + row.getString(1),
					row.getString(2), row.getString(3)))
			.list();
	}

	/**
	 * Returns the sums of the ledger lines by payment. A payment without a ledger line is
	 * not in the map.
	 */
	public Map<String, Debit> findDebits(KeyRange references) {
		return this.jdbc.sql("""
				select reference, -sum(case when type = 'PAYMENT' then amount else 0 end) as paid,
				  sum(case when type = 'REFUND' then amount else 0 end) as refunded,
				  sum(case when type = 'REFUND' and part > 0 then amount else 0 end) as refunded_in_parts,
				  -sum(case when type = 'FEE' then amount else 0 end) as fees
				from ledger_entries
				where reference > :after and reference <= :to and type in ('PAYMENT', 'REFUND', 'FEE')
				group by reference""")
			.param("after", references.after())
			.param("to", references.to())
			.query((row, number) -> new Debit(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4),
					row.getLong(5)))
			.list()
			.stream()
			.collect(Collectors.toMap(Debit::reference, (debit) -> debit));
	}

	/**
	 * Sums of the ledger lines of a payment.
	 *
	 * @param paid won subtracted from the balance
	 * @param refunded won added to the balance
	 * @param refundedInParts won of these that belong to a numbered refund
	 * @param fees won kept of what was refunded
	 */
	public record Debit(String reference, long paid, long refunded, long refundedInParts, long fees) {
	}

}
