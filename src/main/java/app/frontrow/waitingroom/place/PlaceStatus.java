package app.frontrow.waitingroom.place;

/**
 * Where a place in the queue stands. The last four are final.
 */
public enum PlaceStatus {

	/** In the waiting room. */
	WAITING,

	/** Inside, with a pass that runs. */
	ADMITTED,

	/** The pass ran out, the hold ran out, or nobody asked for the place for too long. */
	EXPIRED,

	/** Used: the member has paid. */
	COMPLETED,

	/** Every seat of the concert was sold first. */
	SOLD_OUT,

	/** The member left or handed the pass back. */
	LEFT

}
