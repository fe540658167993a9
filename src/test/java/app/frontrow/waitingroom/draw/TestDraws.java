package app.frontrow.waitingroom.draw;

import app.frontrow.RunningProduct;
import app.frontrow.shared.KeyRing;

import static org.mockito.Mockito.mock;

/**
 * Draws without a database: no draw is stored before the test begins.
 */
public final class TestDraws {

	private final DrawRepository records = mock();

	private final DrawSeedService seeds = new DrawSeedService(mock(), this.records,
			new DrawSeedCipher(KeyRing.of(RunningProduct.TOKEN_KEY)));

	/** The draws of one instance. */
	public final DrawService draws = draws();

	/** The draws of an instance that has just started. */
	public DrawService draws() {
		return new DrawService(this.seeds, this.records);
	}

	/** The numbers in the order of the places that they draw. */
	public int[] draw(long concertId, int lots) {
		return DrawAlgorithm.draw(this.seeds.getSeed(concertId), lots);
	}

}
