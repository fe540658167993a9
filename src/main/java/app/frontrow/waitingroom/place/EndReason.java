package app.frontrow.waitingroom.place;

/**
 * Why a place has {@link PlaceStatus#EXPIRED expired}.
 */
public enum EndReason {

	/** The member waited, and did not ask for longer than the place is kept. */
	ABSENT,

	/** The turn came. The member did not come in, nor came back in time. */
	NOT_TAKEN,

	/** The member was inside, and the time of the pass or the hold ran out. */
	TIME_OVER

}
