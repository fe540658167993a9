package app.frontrow.wallet;

import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * The balance would exceed its limit. Nothing was added.
 */
public class BalanceLimitExceededException extends Refusal {

	private static final long serialVersionUID = 1L;

	BalanceLimitExceededException(long balance, long limit) {
		super(ErrorCode.BALANCE_LIMIT_EXCEEDED, Map.of("balance", balance, "limit", limit));
	}

}
