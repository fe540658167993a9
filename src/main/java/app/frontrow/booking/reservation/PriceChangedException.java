package app.frontrow.booking.reservation;

import java.util.Map;

import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The price differs from the one that the member saw. No seat was held.
 */
public class PriceChangedException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("price-changed", HttpStatus.CONFLICT,
			"show the new `total`; hold again if the person agrees",
			Detail.won("expectedTotal", "Won; what the request expected", 180_000),
			Detail.won("total", "Won; what the seats cost", 198_000));

	private static final long serialVersionUID = 1L;

	public PriceChangedException(long expectedTotal, long total) {
		super(CODE, Map.of("expectedTotal", expectedTotal, "total", total));
	}

}
