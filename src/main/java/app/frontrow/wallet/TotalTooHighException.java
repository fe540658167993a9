package app.frontrow.wallet;

import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * A total exceeds the limit of balances, so nobody could pay it.
 */
public class TotalTooHighException extends Refusal {

	private static final long serialVersionUID = 1L;

	TotalTooHighException(long total, long limit) {
		super(ErrorCode.TOTAL_TOO_HIGH, Map.of("total", total, "limit", limit));
	}

}
