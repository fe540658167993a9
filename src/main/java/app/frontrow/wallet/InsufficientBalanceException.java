package app.frontrow.wallet;

import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * The balance is lower than the price. Nothing was paid.
 */
public class InsufficientBalanceException extends Refusal {

	private static final long serialVersionUID = 1L;

	InsufficientBalanceException(long balance, long required) {
		super(ErrorCode.INSUFFICIENT_BALANCE, Map.of("balance", balance, "required", required));
	}

}
