package app.frontrow.reservations;

import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * The price differs from the one that the member saw. No seat was held.
 */
public class PriceChangedException extends Refusal {

	private static final long serialVersionUID = 1L;

	PriceChangedException(long expectedTotal, long total) {
		super(ErrorCode.PRICE_CHANGED, Map.of("expectedTotal", expectedTotal, "total", total));
	}

}
