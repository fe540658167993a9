package app.frontrow.waitingroom.place;

/**
 * The status of a place in the queue. The last four are final.
 */
public enum PlaceStatus {

	/** The member waits. */
	WAITING,

	/** The member is inside and has a pass. */
	ADMITTED,

	/** The pass or the hold ran out, or the member did not poll for too long. */
	EXPIRED,

	/** The member has paid. */
	COMPLETED,

	/** Every seat of the concert was sold before the member's turn. */
	SOLD_OUT,

	/** The member left, or gave the pass back. */
	LEFT

}
