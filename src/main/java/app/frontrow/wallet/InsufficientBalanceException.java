package app.frontrow.wallet;

import java.util.Map;

import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The balance is lower than the price. Nothing was paid.
 */
public class InsufficientBalanceException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("insufficient-balance", HttpStatus.CONFLICT,
			"top up (`balance`, `required`), then pay with a new idempotency key", Detail.won("balance", "Won", 89_999),
			Detail.won("required", "Won", 90_000));

	private static final long serialVersionUID = 1L;

	InsufficientBalanceException(long balance, long required) {
		super(CODE, Map.of("balance", balance, "required", required));
	}

}
