package app.frontrow.office.concert;

/**
 * What became of the 50 seats of a show.
 *
 * @param held by members who may still pay
 * @param free never held, given back, or with a hold that has ended
 */
public record SeatCount(int sold, int held, int free) {

	/** The sums of two shows. */
	public SeatCount plus(SeatCount other) {
		return new SeatCount(this.sold + other.sold, this.held + other.held, this.free + other.free);
	}

}
