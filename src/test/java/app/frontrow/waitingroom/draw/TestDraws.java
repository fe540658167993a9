package app.frontrow.waitingroom.draw;

import app.frontrow.RunningProduct;
import app.frontrow.shared.ProductKey;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/**
 * Draws without a database: no draw is stored before the test begins.
 */
public final class TestDraws {

	private final DrawRecords records = mock();

	private final Lottery lottery = new Lottery(new ProductKey(RunningProduct.TOKEN_KEY));

	/** The draws of one instance. */
	public final Draws draws = draws();

	/** The draws of an instance that has just started. */
	public Draws draws() {
		return new Draws(this.lottery, this.records);
	}

	/** The numbers in the order of the places that they draw. */
	public int[] draw(long concertId, int lots) {
		return this.lottery.draw(concertId, lots);
	}

	/** Checks that the draw was stored once. */
	public void verifyRecorded(long concertId, long lots) {
		verify(this.records).insert(concertId, lots, this.lottery.deriveSeed(concertId));
	}

}
