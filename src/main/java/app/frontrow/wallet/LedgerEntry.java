package app.frontrow.wallet;

import java.time.Instant;

/**
 * A line of the ledger. Lines never change. Their amounts add up to the balance.
 *
 * @param amount won, negative for a payment and a fee
 * @param balanceAfter the balance after this line
 * @param reference id of the payment or of the top-up
 */
public record LedgerEntry(long id, LedgerEntryType type, long amount, long balanceAfter, String reference,
		Instant createdAt) {
}
