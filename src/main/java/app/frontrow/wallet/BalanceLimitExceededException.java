package app.frontrow.wallet;

import java.util.Map;

import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The balance would exceed its limit. Nothing was added.
 */
public class BalanceLimitExceededException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("balance-limit-exceeded", HttpStatus.CONFLICT,
			"ask for less: `limit`", Detail.won("limit", "Won", 10_000_000), Detail.won("balance", "Won", 9_950_000));

	private static final long serialVersionUID = 1L;

	BalanceLimitExceededException(long balance, long limit) {
		super(CODE, Map.of("balance", balance, "limit", limit));
	}

}
