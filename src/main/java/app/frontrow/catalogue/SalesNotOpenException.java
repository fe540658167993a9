package app.frontrow.catalogue;

import java.util.Map;

import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.ConcertErrorDetail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * Sales have not opened yet, or the show has begun.
 */
public class SalesNotOpenException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("sales-not-open", HttpStatus.FORBIDDEN,
			"come back at `salesOpenAt`", ConcertErrorDetail.ID, ConcertErrorDetail.SALES_OPEN_AT);

	private static final long serialVersionUID = 1L;

	public SalesNotOpenException(Concert concert) {
		super(CODE, Map.of("concertId", concert.id(), "salesOpenAt", concert.salesOpenAt()));
	}

}
