package app.frontrow.booking.refund;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.wallet.LedgerEntry;
import jakarta.annotation.Nullable;

/**
 * Money that was given back for tickets.
 *
 * @param part counts the refunds of the order, from 1
 * @param number the number that people use to name the refund, for example
 * {@code ABCD-2345-R1}
 * @param amount won that were added to the balance
 * @param fee won that were kept
 * @param username which of the staff refunded; null if the member cancelled
 * @param reason null if the member cancelled
 */
public record Refund(UUID id, UUID paymentId, int part, String number, long amount, long fee, long balanceAfter,
		@Nullable String username, @Nullable String reason, Instant at, List<RefundedTicket> tickets) {

	/** A refund of an older version, which has only a line of the ledger. */
	public static Refund of(UUID paymentId, LedgerEntry line) {
		return new Refund(paymentId, paymentId, 0, "R-" + line.id(), line.amount(), 0, line.balanceAfter(), null, null,
				line.createdAt(), List.of());
	}

	Refund with(List<RefundedTicket> tickets) {
		return new Refund(this.id, this.paymentId, this.part, this.number, this.amount, this.fee, this.balanceAfter,
				this.username, this.reason, this.at, tickets);
	}

	/** Returns what the tickets cost, in won. */
	public long price() {
		return this.amount + this.fee;
	}

}
