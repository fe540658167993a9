package app.frontrow.waitingroom.policy;

/**
 * What the ticket office allows in a waiting room.
 */
public enum QueueMode {

	/** New places are given, and members are admitted. */
	OPEN,

	/** Nobody is admitted. Places are given and kept, and members inside continue. */
	PAUSED,

	/** No new places are given. Members with a place are admitted. */
	DRAINING

}
