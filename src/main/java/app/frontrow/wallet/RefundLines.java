package app.frontrow.wallet;

import java.util.UUID;

/**
 * What the ledger notes about a refund.
 *
 * @param part counts the refunds of the payment, from 1
 * @param price won; what the returned tickets cost
 * @param fee won; what is kept of the price
 */
public record RefundLines(UUID paymentId, int part, long price, long fee) {
}
