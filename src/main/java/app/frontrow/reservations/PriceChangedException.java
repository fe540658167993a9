package app.frontrow.reservations;

import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * The seats cost something else than the member was shown; none was held.
 */
public class PriceChangedException extends Refusal {

	private static final long serialVersionUID = 1L;

	PriceChangedException(long expectedTotal, long total) {
		super(ErrorCode.PRICE_CHANGED, Map.of("expectedTotal", expectedTotal, "total", total));
	}

}
