package app.frontrow.office.concert;

/**
 * The numbers of seats of a show by state. Each of the 50 seats counts once.
 *
 * @param sold paid
 * @param held by members who may still pay
 * @param free never held, given back, or with a hold that has ended
 * @param blocked kept from sale by the ticket office
 * @param complimentary given away by the ticket office
 */
public record SeatCount(int sold, int held, int free, int blocked, int complimentary) {

	/** No seats. */
	public static final SeatCount NONE = new SeatCount(0, 0, 0, 0, 0);

	/** The sums of two shows. */
	public SeatCount plus(SeatCount other) {
		return new SeatCount(this.sold + other.sold, this.held + other.held, this.free + other.free,
				this.blocked + other.blocked, this.complimentary + other.complimentary);
	}

}
