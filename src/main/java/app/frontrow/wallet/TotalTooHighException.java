package app.frontrow.wallet;

import java.util.Map;

import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * A total exceeds the limit of balances, so nobody could pay it.
 */
public class TotalTooHighException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("total-too-high", HttpStatus.CONFLICT,
			"choose fewer seats: they cost `total`, and a balance holds at most `limit`",
			Detail.won("total", "Won; what the seats cost", 12_000_000), Detail.won("limit", "Won", 10_000_000));

	private static final long serialVersionUID = 1L;

	TotalTooHighException(long total, long limit) {
		super(CODE, Map.of("total", total, "limit", limit));
	}

}
