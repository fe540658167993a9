package app.frontrow.wallet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import app.frontrow.shared.Discrepancy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Looks through balances and ledger for what cannot be. Every look is one statement that
 * the database sums up itself, or one page of lines.
 */
@Service
public class WalletAudit {

	private final JdbcClient jdbc;

	WalletAudit(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Wallets whose balance is not the sum of their ledger lines, and lines without a
	 * wallet.
	 */
	public List<Discrepancy> balances() {
		return this.jdbc.sql("""
				select w.member_id, coalesce(l.total, 0) as expected, w.balance as actual
				from wallets w
				left join (select member_id, sum(amount) as total from ledger_entries group by member_id) l
				  on l.member_id = w.member_id
				where w.balance <> coalesce(l.total, 0)
				union all
				select l.member_id, l.total, null
				from (select member_id, sum(amount) as total from ledger_entries group by member_id) l
				left join wallets w on w.member_id = l.member_id
				where w.member_id is null
				limit :most""")
			.param("most", Discrepancy.MOST)
			.query((row, number) -> new Discrepancy("balance-is-sum-of-ledger", "wallet " + row.getString(1),
					row.getString(2), row.getString(3)))
			.list();
	}

	/**
	 * Payments of which more was given back than was paid.
	 */
	public List<Discrepancy> refunds() {
		return this.jdbc.sql("""
				select reference, sum(case when type = 'PAYMENT' then -amount else 0 end) as paid,
				  sum(case when type = 'REFUND' then amount else 0 end) as refunded
				from ledger_entries where type in ('PAYMENT', 'REFUND')
				group by reference having refunded > paid limit :most""")
			.param("most", Discrepancy.MOST)
			.query((row, number) -> new Discrepancy("refunds-within-payments", "payment " + row.getString(1),
					"at most " + row.getString(2), row.getString(3)))
			.list();
	}

	/**
	 * What was debited for each of the payments.
	 * @param references payments
	 * @return sums in won by payment; none for a payment without a line
	 */
	public Map<String, Debit> debits(Collection<String> references) {
		return this.jdbc.sql("""
				select reference, -sum(case when type = 'PAYMENT' then amount else 0 end) as paid,
				  sum(case when type = 'REFUND' then amount else 0 end) as refunded
				from ledger_entries where reference in (:references) and type in ('PAYMENT', 'REFUND')
				group by reference""")
			.param("references", references)
			.query((row, number) -> new Debit(row.getString(1), row.getLong(2), row.getLong(3)))
			.list()
			.stream()
			.collect(Collectors.toMap(Debit::reference, (debit) -> debit));
	}

	/**
	 * A page of the payments that the ledger knows, in order.
	 * @param after where the page before ended, empty for the first
	 */
	public List<String> debitedAfter(String after, int most) {
		return this.jdbc
			.sql("select reference from ledger_entries where reference > :after and type = 'PAYMENT' order by reference"
					+ " limit :most")
			.param("after", after)
			.param("most", most)
			.query(String.class)
			.list();
	}

	/**
	 * What the ledger says about one payment.
	 *
	 * @param paid won taken out of the balance
	 * @param refunded won given back
	 */
	public record Debit(String reference, long paid, long refunded) {
	}

}
