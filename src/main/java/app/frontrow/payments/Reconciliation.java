package app.frontrow.payments;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import app.frontrow.reservations.SeatAudit;
import app.frontrow.shared.Discrepancy;
import app.frontrow.wallet.WalletAudit;
import app.frontrow.wallet.WalletAudit.Debit;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The proof that nothing was oversold, lost or invented: goes through seats,
 * reservations, payments and ledger as they stood at one moment, and names what does not
 * agree. Reads in pages, so memory stays the same however long the ledger grows; changes
 * nothing.
 */
@Service
public class Reconciliation {

	private static final int PAGE = 1000;

	private final SeatAudit seats;

	private final WalletAudit wallets;

	private final Payments payments;

	private final Clock clock;

	Reconciliation(SeatAudit seats, WalletAudit wallets, Payments payments, Clock clock) {
		this.seats = seats;
		this.wallets = wallets;
		this.payments = payments;
		this.clock = clock;
	}

	/**
	 * Checks everything against one snapshot of the database.
	 * @return what was found; each check names at most 100 differences
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Report run() {
		Instant at = this.clock.instant();
		List<Discrepancy> differences = new ArrayList<>();
		differences.addAll(this.wallets.balances());
		differences.addAll(this.seats.soldSeats());
		differences.addAll(this.seats.paidSeats());
		differences.addAll(this.seats.owners());
		differences.addAll(paidReservations());
		differences.addAll(settledPayments());
		differences.addAll(debits());
		differences.addAll(this.wallets.refunds());
		return new Report(at, differences.isEmpty(), differences);
	}

	/** Every paid reservation has a paid payment. */
	private List<Discrepancy> paidReservations() {
		return inPages((after) -> this.seats.confirmedAfter(after, PAGE), UUID::toString, (page, found) -> {
			Map<UUID, Payment> known = this.payments.ofReservations(page);
			page.stream()
				.filter((id) -> !known.containsKey(id) || known.get(id).status() != PaymentStatus.PAID)
				.forEach((id) -> found.accept(new Discrepancy("paid-reservation-has-payment", "reservation " + id,
						"PAID", known.containsKey(id) ? known.get(id).status().name() : "no payment")));
		});
	}

	/**
	 * Every payment that was made was debited exactly once, and given back exactly once
	 * if it was refunded.
	 */
	private List<Discrepancy> settledPayments() {
		return inPages((after) -> this.payments.settledAfter(after, PAGE), (payment) -> payment.id().toString(),
				(page, found) -> {
					Map<String, Debit> debits = this.wallets
						.debits(page.stream().map((payment) -> payment.id().toString()).toList());
					page.forEach((payment) -> {
						long back = (payment.status() == PaymentStatus.REFUNDED) ? payment.amount() : 0;
						Debit expected = new Debit(payment.id().toString(), payment.amount(), back);
						Debit actual = debits.get(expected.reference());
						if (!expected.equals(actual)) {
							found.accept(new Discrepancy("payment-debited-once", "payment " + payment.id(),
									text(expected), text(actual)));
						}
					});
				});
	}

	/** Every debit belongs to a payment that was made. */
	private List<Discrepancy> debits() {
		return inPages((after) -> this.wallets.debitedAfter(after, PAGE), Function.identity(), (page, found) -> {
			Set<String> known = Set.copyOf(this.payments.settledAmong(page));
			page.stream()
				.filter((reference) -> !known.contains(reference))
				.forEach((reference) -> found.accept(new Discrepancy("debit-has-payment", "payment " + reference,
						"PAID or REFUNDED", "no such payment")));
		});
	}

	private static <T> List<Discrepancy> inPages(Function<String, List<T>> pages, Function<T, String> key,
			PageCheck<T> check) {
		List<Discrepancy> found = new ArrayList<>();
		List<T> page = pages.apply("");
		while (!page.isEmpty() && found.size() < Discrepancy.MOST) {
			check.examine(page, found::add);
			page = pages.apply(key.apply(page.get(page.size() - 1)));
		}
		return (found.size() > Discrepancy.MOST) ? found.subList(0, Discrepancy.MOST) : found;
	}

	private static String text(Debit debit) {
		return (debit != null) ? "debited %d, given back %d".formatted(debit.paid(), debit.refunded()) : "not debited";
	}

	/**
	 * What was found.
	 *
	 * @param checkedAt the moment whose state was looked at
	 * @param consistent whether everything agrees
	 * @param differences what does not
	 */
	public record Report(Instant checkedAt, boolean consistent, List<Discrepancy> differences) {
	}

	private interface PageCheck<T> {

		void examine(List<T> page, Consumer<Discrepancy> found);

	}

}
