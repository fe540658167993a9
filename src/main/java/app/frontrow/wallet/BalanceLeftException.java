package app.frontrow.wallet;

import java.util.Map;

import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * There is still money in the wallet, so the account stays.
 */
public class BalanceLeftException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("balance-left", HttpStatus.CONFLICT,
			"spend the balance first: `balance`", Detail.won("balance", "Won", 20_000));

	private static final long serialVersionUID = 1L;

	BalanceLeftException(long balance) {
		super(CODE, Map.of("balance", balance));
	}

}
