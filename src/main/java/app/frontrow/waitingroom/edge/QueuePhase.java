package app.frontrow.waitingroom.edge;

/**
 * What the waiting room of a concert is for at this moment.
 */
public enum QueuePhase {

	/** It is too early to join. */
	CLOSED,

	/** Members join and wait for the opening. Places are not drawn yet. */
	PREQUEUE,

	/** Every place is known, and members are admitted. */
	OPEN,

	/** The last seat is sold. */
	SOLD_OUT,

	/** The last show has begun. */
	OVER

}
