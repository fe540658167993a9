package app.frontrow.office.concert;

import java.time.Instant;

/**
 * A show as the ticket office sees it.
 */
public record OfficeShow(long id, Instant startsAt, SeatCount seats, Status status) {

	public boolean isCancelled() {
		return this.status == Status.CANCELLED;
	}

	/**
	 * Whether the show takes place as it was announced.
	 */
	public enum Status {

		SCHEDULED, CANCELLED, MOVED

	}

}
