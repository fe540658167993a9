package app.frontrow.wallet;

import java.time.Instant;

/**
 * One line of the ledger. Lines are only ever added; their amounts sum up to the balance.
 *
 * @param amount whole won, negative for a payment
 * @param balanceAfter the balance with this line
 * @param reference what the line is about: the payment, or the top-up itself
 */
public record LedgerEntry(long id, EntryType type, long amount, long balanceAfter, String reference,
		Instant createdAt) {
}
