package app.frontrow.catalogue;

import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * Sales have not opened yet, or the show has begun.
 */
public class SalesNotOpenException extends Refusal {

	private static final long serialVersionUID = 1L;

	public SalesNotOpenException(Concert concert) {
		super(ErrorCode.SALES_NOT_OPEN, Map.of("concertId", concert.id(), "salesOpenAt", concert.salesOpenAt()));
	}

}
