package app.frontrow.catalogue;

import java.time.Instant;

/**
 * Tells when people may come to a concert's waiting room. The waiting room knows; the
 * dependency points this way, since it waits for the sales of the catalogue.
 */
@FunctionalInterface
public interface WaitingRoomOpening {

	/**
	 * When the waiting room opens, which may be before sales do.
	 */
	Instant of(Concert concert);

}
