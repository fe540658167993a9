package app.frontrow.office.concert;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A show as the ticket office sees it.
 */
public record OfficeShow(long id, Instant startsAt, SeatCount seats, Status status) {

	@JsonIgnore
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
