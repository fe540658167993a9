package app.frontrow.wallet;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.idempotency.IdempotentRequest;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.TimeOrderedUuid;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.limit.ActionRateLimiter;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The prepaid balances of members. After every transaction a balance equals the sum of
 * its ledger lines. It is never negative.
 */
@Service
public class WalletService {

	private final LedgerRepository ledger;

	private final WalletSettings settings;

	private final IdempotencyService requests;

	private final RetryingTransactionExecutor transactions;

	private final ActionRateLimiter limit;

	WalletService(LedgerRepository ledger, WalletSettings settings, IdempotencyService requests,
			RetryingTransactionExecutor transactions, ActionRateLimiter limit) {
		this.ledger = ledger;
		this.requests = requests;
		this.transactions = transactions;
		this.settings = settings;
		this.limit = limit;
	}

	/**
	 * Returns the member's balance.
	 * @return won; 0 before the first top-up
	 */
	public long getBalance(UUID memberId) {
		return this.ledger.findBalance(memberId).orElse(0L);
	}

	/**
	 * Adds an amount to the balance.
	 * @param amount won, from 1 to the limit of one top-up
	 * @param key idempotency key or null; a key used again returns the first ledger line
	 * @throws InvalidInputException if the amount is out of its bounds
	 * @throws BalanceLimitExceededException if the balance would be too high
	 */
	public LedgerEntry charge(UUID memberId, long amount, @Nullable String key) {
		checkTopUp(memberId, amount);
		IdempotentRequest request = new IdempotentRequest(memberId, "wallet/charges", key, amount);
		try {
			return this.requests.run(request, LedgerEntry.class, () -> topUp(memberId, amount));
		}
		catch (WalletMissingException first) {
			openWallet(memberId);
			return this.requests.run(request, LedgerEntry.class, () -> topUp(memberId, amount));
		}
	}

	/**
	 * Checks a top-up before its transaction.
	 * @param amount won, 1 to the limit of one top-up
	 * @throws InvalidInputException if the amount is out of its bounds
	 * @throws app.frontrow.shared.error.TooManyRequestsException if the member tops up
	 * too often
	 */
	public void checkTopUp(UUID memberId, long amount) {
		if (amount < 1 || amount > this.settings.maxCharge()) {
			throw new InvalidInputException("amount", "amount", this.settings.maxCharge());
		}
		this.limit.check("top-up", memberId);
	}

	/**
	 * Opens the member's wallet, in a transaction of its own. Inserts that wait for one
	 * another would deadlock.
	 */
	public void openWallet(UUID memberId) {
		this.transactions.run(() -> this.ledger.openWallet(memberId));
	}

	/**
	 * Tops up within the caller's transaction. Call {@link #checkTopUp} before it.
	 * @throws WalletMissingException before the first top-up; call {@link #openWallet}
	 * and repeat the transaction
	 * @throws BalanceLimitExceededException if the balance would be too high
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public LedgerEntry topUp(UUID memberId, long amount) {
		long bound = this.settings.maxBalance();
		long balance = this.ledger.add(memberId, amount, bound).orElseGet(() -> {
			// another request may have changed the balance since the first try
			long current = this.ledger.lockBalance(memberId).orElseThrow(WalletMissingException::new);
			return this.ledger.add(memberId, amount, bound)
				.orElseThrow(() -> new BalanceLimitExceededException(current, bound));
		});
		return this.ledger.append(memberId, LedgerEntryType.CHARGE, amount, TimeOrderedUuid.next().toString(), balance,
				this.ledger.readDatabaseTime());
	}

	/**
	 * Refuses a total that no balance can pay.
	 * @param total in won
	 * @throws TotalTooHighException if it exceeds the limit of balances
	 */
	public void requirePayable(long total) {
		if (total > this.settings.maxBalance()) {
			throw new TotalTooHighException(total, this.settings.maxBalance());
		}
	}

	/**
	 * Subtracts an amount from the balance. A payment calls this first in its transaction
	 * and {@link #recordPayment} later.
	 * @param amount the amount in won
	 * @return the new balance
	 * @throws InsufficientBalanceException if the balance is lower than the amount
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public long debit(UUID memberId, long amount) {
		return this.ledger.take(memberId, amount).orElseGet(() -> {
			// another request may have topped up since the first try
			long current = this.ledger.lockBalance(memberId).orElse(0L);
			return this.ledger.take(memberId, amount)
				.orElseThrow(() -> new InsufficientBalanceException(current, amount));
		});
	}

	/**
	 * Writes the ledger line of a debit.
	 * @param reference the payment
	 * @param balanceAfter result of {@link #debit}
	 * @param at the database's time
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public LedgerEntry recordPayment(UUID memberId, long amount, UUID reference, long balanceAfter, Instant at) {
		return this.ledger.append(memberId, LedgerEntryType.PAYMENT, -amount, reference.toString(), balanceAfter, at);
	}

	/**
	 * Adds a refund to the balance, even if the balance then exceeds its limit. A refund
	 * calls this first in its transaction and {@link #recordRefund} later. Nothing
	 * happens for an amount of 0, which needs no wallet.
	 * @param amount the amount in won
	 * @return the new balance
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public long credit(UUID memberId, long amount) {
		if (amount == 0) {
			return getBalance(memberId);
		}
		return this.ledger.add(memberId, amount, Long.MAX_VALUE)
			.orElseThrow(() -> new IllegalStateException("There is no wallet for a refund of " + amount + " won"));
	}

	/**
	 * Locks the wallet until the transaction ends. A refund begins with this, so that the
	 * refunds of one member follow one another.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void lock(UUID memberId) {
		this.ledger.lockBalance(memberId);
	}

	/**
	 * Writes the ledger lines of a refund: the price of what was returned, and the fee.
	 * @param balanceAfter result of {@link #credit}
	 * @param at the database's time
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void recordRefund(UUID memberId, RefundLedgerData refund, long balanceAfter, Instant at) {
		this.ledger.appendRefund(memberId, refund, balanceAfter, at);
	}

	/**
	 * Returns the refunds of a payment of the member in the ledger, oldest first.
	 */
	public List<LedgerEntry> findRefunds(UUID memberId, UUID reference) {
		return this.ledger.findRefunds(memberId, reference.toString());
	}

	/** Returns the member's ledger lines, newest first. */
	public PageOf<LedgerEntry> findEntries(UUID memberId, int page, int size) {
		return this.ledger.findByMember(memberId, page, size);
	}

}
