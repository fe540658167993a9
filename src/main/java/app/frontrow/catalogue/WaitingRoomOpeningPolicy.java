package app.frontrow.catalogue;

import java.time.Instant;

import app.frontrow.catalogue.concert.Concert;

/**
 * Says when the waiting room of a concert opens. The waiting room implements this,
 * because the catalogue may not depend on it.
 */
@FunctionalInterface
public interface WaitingRoomOpeningPolicy {

	/** Returns when it opens, which may be before sales open. */
	Instant opensAt(Concert concert);

}
