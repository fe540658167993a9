package app.frontrow.booking.refund;

import java.util.Map;

import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * Another share of the price would be kept than the person saw, because a day has passed.
 * Nothing was refunded.
 */
public class RefundChangedException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("refund-changed", HttpStatus.CONFLICT,
			"show the new amounts; cancel again if the person agrees",
			Detail.won("refund", "Won; what would be given back now", 84_000),
			Detail.won("fee", "Won; what would be kept now", 36_000));

	private static final long serialVersionUID = 1L;

	RefundChangedException(RefundQuote quote) {
		super(CODE, Map.of("refund", quote.refund(), "fee", quote.fee()));
	}

	/** Returns false, because the person may agree to the new amounts. */
	@Override
	public boolean isFinal() {
		return false;
	}

}
