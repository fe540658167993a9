package app.frontrow.wallet;

import java.time.Instant;
import java.util.UUID;

import app.frontrow.idempotency.IdempotentRequests;
import app.frontrow.idempotency.RequestKey;
import app.frontrow.shared.ActionLimit;
import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.Transactions;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every member's prepaid balance. It is the sum of the ledger's lines at every moment
 * between two transactions, and never negative.
 */
@Service
public class Wallets {

	private final Ledger ledger;

	private final WalletSettings settings;

	private final IdempotentRequests requests;

	private final Transactions transactions;

	private final ActionLimit limit;

	Wallets(Ledger ledger, WalletSettings settings, IdempotentRequests requests, Transactions transactions,
			ActionLimit limit) {
		this.ledger = ledger;
		this.requests = requests;
		this.transactions = transactions;
		this.settings = settings;
		this.limit = limit;
	}

	/**
	 * The member's balance.
	 * @return whole won; 0 before the first top-up
	 */
	public long balance(UUID memberId) {
		return this.ledger.balance(memberId).orElse(0L);
	}

	/**
	 * Tops up.
	 * @param amount whole won, 1 to the most that one top-up adds
	 * @param key the client's idempotency key, null for none: a second top-up with the
	 * same key adds nothing and gives the first line again
	 * @throws InvalidInputException if the amount is out of its bounds
	 * @throws BalanceLimitExceededException if the balance would be too high
	 */
	public LedgerEntry charge(UUID memberId, long amount, String key) {
		if (amount < 1 || amount > this.settings.maxCharge()) {
			throw new InvalidInputException("amount", "amount", this.settings.maxCharge());
		}
		this.limit.check("top-up", memberId);
		RequestKey request = new RequestKey(memberId, "wallet/charges", key, amount);
		try {
			return this.requests.run(request, LedgerEntry.class, () -> topUp(memberId, amount));
		}
		catch (NoWalletException first) {
			// in a transaction of its own: inserts that wait for one another deadlock
			this.transactions.run(() -> this.ledger.open(memberId));
			return this.requests.run(request, LedgerEntry.class, () -> topUp(memberId, amount));
		}
	}

	private LedgerEntry topUp(UUID memberId, long amount) {
		long bound = this.settings.maxBalance();
		long balance = this.ledger.add(memberId, amount, bound).orElseGet(() -> {
			// the wallet may have been opened, or paid from, since the first try
			long current = this.ledger.lock(memberId).orElseThrow(NoWalletException::new);
			return this.ledger.add(memberId, amount, bound)
				.orElseThrow(() -> new BalanceLimitExceededException(current, bound));
		});
		return this.ledger.append(memberId, EntryType.CHARGE, amount, UUID.randomUUID().toString(), balance,
				this.ledger.now());
	}

	/**
	 * Refuses a price that no balance can pay.
	 * @param total whole won
	 * @throws TotalTooHighException if it is more than a balance can be
	 */
	public void requirePayable(long total) {
		if (total > this.settings.maxBalance()) {
			throw new TotalTooHighException(total, this.settings.maxBalance());
		}
	}

	/**
	 * Takes the price out of the balance; first step of a payment's transaction, finished
	 * by {@link #recordPayment}.
	 * @param amount whole won
	 * @return the balance after that
	 * @throws InsufficientBalanceException if the balance is lower than that
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public long debit(UUID memberId, long amount) {
		return this.ledger.take(memberId, amount).orElseGet(() -> {
			// it may have been topped up since the first try
			long current = this.ledger.lock(memberId).orElse(0L);
			return this.ledger.take(memberId, amount)
				.orElseThrow(() -> new InsufficientBalanceException(current, amount));
		});
	}

	/**
	 * Writes the ledger's line of a debit made in this transaction.
	 * @param reference the payment
	 * @param balanceAfter what the debit left
	 * @param at the database's time
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public LedgerEntry recordPayment(UUID memberId, long amount, UUID reference, long balanceAfter, Instant at) {
		return this.ledger.append(memberId, EntryType.PAYMENT, -amount, reference.toString(), balanceAfter, at);
	}

	/**
	 * Puts the price back into the balance, beyond its bound if need be; first step of a
	 * refund's transaction, finished by {@link #recordRefund}.
	 * @param amount whole won
	 * @return the balance after that
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public long credit(UUID memberId, long amount) {
		return this.ledger.add(memberId, amount, Long.MAX_VALUE)
			.orElseThrow(() -> new IllegalStateException("There is no wallet to give " + amount + " won back to"));
	}

	/**
	 * Writes the ledger's line of a credit made in this transaction.
	 * @param reference the payment that is given back
	 * @param balanceAfter what the credit led to
	 * @param at the database's time
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public LedgerEntry recordRefund(UUID memberId, long amount, UUID reference, long balanceAfter, Instant at) {
		return this.ledger.append(memberId, EntryType.REFUND, amount, reference.toString(), balanceAfter, at);
	}

	/**
	 * The member's ledger, newest line first.
	 */
	public PageOf<LedgerEntry> entries(UUID memberId, int page, int size) {
		return this.ledger.ofMember(memberId, page, size);
	}

}
