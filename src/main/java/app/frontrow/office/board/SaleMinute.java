package app.frontrow.office.board;

import java.time.Instant;

/**
 * What happened in one minute of a sale.
 *
 * @param minute its beginning
 * @param joined places given in the waiting room
 * @param admitted passes given
 * @param held orders made, by holding seats
 * @param paid orders paid
 * @param refunded refunds made
 */
public record SaleMinute(Instant minute, long joined, long admitted, long held, long paid, long refunded) {

	/** A minute in which nothing happened. */
	static SaleMinute empty(Instant minute) {
		return new SaleMinute(minute, 0, 0, 0, 0, 0);
	}

}
