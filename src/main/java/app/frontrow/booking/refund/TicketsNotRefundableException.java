package app.frontrow.booking.refund;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * At least one of the tickets was refunded before, or is no ticket of the order. Nothing
 * was refunded.
 */
public class TicketsNotRefundableException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("tickets-not-refundable", HttpStatus.CONFLICT,
			"read the order: `tickets` were refunded before, or are not its tickets",
			Detail.list("tickets", String.class, "The tickets as they were sent", List.of("7K2M-9QXD-4E5F-6G7H")));

	private static final long serialVersionUID = 1L;

	private static final int MAX_NAMED = 10;

	TicketsNotRefundableException(Collection<String> tickets) {
		super(CODE, Map.of("tickets", tickets.stream().sorted().limit(MAX_NAMED).toList()));
	}

}
