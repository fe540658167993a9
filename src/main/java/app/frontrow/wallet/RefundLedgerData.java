package app.frontrow.wallet;

import java.util.UUID;

/**
 * What the ledger records about a refund.
 *
 * @param part the number of this refund among the refunds of the payment, from 1
 * @param price the price of the returned tickets in won
 * @param fee the part of the price that is not paid back, in won
 */
public record RefundLedgerData(UUID paymentId, int part, long price, long fee) {
}
