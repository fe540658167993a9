package app.frontrow.booking.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.shared.Discrepancy;
import app.frontrow.shared.store.KeyRange;
import app.frontrow.shared.store.KeyRangeReader;
import app.frontrow.wallet.WalletAuditService.Debit;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds payments that contradict paid reservations or the ledger. Each statement reads
 * one page of rows.
 */
@Repository
class PaymentAuditRepository {

	private final JdbcClient jdbc;

	private final KeyRangeReader ranges;

	PaymentAuditRepository(JdbcClient jdbc, KeyRangeReader ranges) {
		this.jdbc = jdbc;
		this.ranges = ranges;
	}

	/** Returns the next page of payments, in the order of ids. */
	KeyRange findNextPage(String after, int rows) {
		return this.ranges.read("payments", "id", after, rows);
	}

	/**
	 * Returns paid reservations without a paid payment.
	 * @param reservations ids of paid reservations, at most one page
	 */
	List<Discrepancy> findUnpaid(List<String> reservations) {
		Map<String, String> statuses = findStatuses(reservations);
		return reservations.stream()
			.filter((id) -> !PaymentStatus.PAID.name().equals(statuses.get(id)))
			.map((id) -> new Discrepancy("paid-reservation-has-payment", "reservation " + id, "PAID",
					statuses.getOrDefault(id, "no payment")))
			.toList();
	}

	/**
	 * Returns contradictions between payments and ledger: payments that were not debited
	 * exactly once, refunds and fees that are not in the ledger exactly once, debits
	 * without a payment, and refunds of more than was paid.
	 * @param ids the payments of one page
	 * @param debits the sums of the ledger for the same ids
	 */
	List<Discrepancy> findUnsettled(KeyRange ids, Map<String, Debit> debits) {
		List<Discrepancy> found = new ArrayList<>();
		Map<String, Debit> withoutPayment = new HashMap<>(debits);
		for (Debit expected : findSettled(ids)) {
			Debit actual = withoutPayment.remove(expected.reference());
			if (!expected.equals(actual)) {
				boolean debited = actual != null && actual.paid() == expected.paid();
				found.add(new Discrepancy(debited ? "refunds-are-in-ledger" : "payment-debited-once",
						"payment " + expected.reference(), text(expected), text(actual)));
			}
		}
		withoutPayment.values()
			.stream()
			.filter((debit) -> debit.paid() > 0)
			.forEach((debit) -> found.add(new Discrepancy("debit-has-payment", "payment " + debit.reference(),
					"PAID or REFUNDED", "no such payment")));
		debits.values()
			.stream()
			.filter((debit) -> debit.refunded() > debit.paid())
			.forEach((debit) -> found.add(new Discrepancy("refunds-within-payments", "payment " + debit.reference(),
					"at most " + debit.paid(), String.valueOf(debit.refunded()))));
		return found;
	}

	/**
	 * Returns the sums that the ledger must have for the payments. It has no line for an
	 * order that costs nothing.
	 */
	private List<Debit> findSettled(KeyRange ids) {
		return this.jdbc.sql("""
					select id, amount, case status when 'REFUNDED' then amount else price end as refunded,
				  price as refunded_in_parts, fees
				from (
				  select p.id, p.amount, p.status,
				    coalesce((select sum(f.amount + f.fee) from refunds f where f.payment_id = p.id), 0) as price,
				    coalesce((select sum(f.fee) from refunds f where f.payment_id = p.id), 0) as fees
				  from payments p where p.id > :after and p.id <= :to and p.status in ('PAID', 'REFUNDED')
				    and p.amount > 0
				) sums""")
			.param("after", ids.after())
			.param("to", ids.to())
			.query((row, number) -> new Debit(row.getString("id"), row.getLong("amount"), row.getLong("refunded"),
					row.getLong("refunded_in_parts"), row.getLong("fees")))
			.list();
	}

	private Map<String, String> findStatuses(Collection<String> reservations) {
		if (reservations.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("select reservation_id, status from payments where reservation_id in (:ids)")
			.param("ids", reservations)
			.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private static String text(@Nullable Debit debit) {
		return (debit != null) ? "debited %d, given back %d (%d by number), fees %d".formatted(debit.paid(),
				debit.refunded(), debit.refundedInParts(), debit.fees()) : "not debited";
	}

}
