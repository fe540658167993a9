package app.frontrow.waitingroom.policy;

/**
 * What the ticket office lets happen in a waiting room.
 */
public enum QueueMode {

	/** New places are given, and members are let in. */
	OPEN,

	/** Nobody is let in; places are given and kept, and who is inside goes on. */
	PAUSED,

	/** No new places are given; who has one is let in as ever. */
	DRAINING

}
