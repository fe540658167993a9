package app.frontrow.office.seat;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A seat as the ticket office sees it.
 *
 * @param number 1 to 50
 * @param price won
 * @param orderId the order that holds or has it; null if there is none
 * @param by who of the staff blocked it or gave it away; null for other seats
 * @param reason why; null for other seats
 */
public record OfficeSeat(int number, String grade, long price, OfficeSeatStatus status, @Nullable UUID orderId,
		@Nullable String by, @Nullable String reason) {

	private static final int SEATS_PER_ROW = 10;

	/** Counted from the stage, from 1. */
	public int row() {
		return (this.number - 1) / SEATS_PER_ROW + 1;
	}

	public boolean isFree() {
		return this.status == OfficeSeatStatus.AVAILABLE;
	}

	/** Whether the staff may choose it: to block it, to give it away or to release it. */
	public boolean isOpen() {
		return isFree() || this.status == OfficeSeatStatus.BLOCKED;
	}

}
