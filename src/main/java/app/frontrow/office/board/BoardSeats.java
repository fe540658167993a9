package app.frontrow.office.board;

/**
 * The numbers of seats of one or more shows, by state.
 *
 * @param held by members who may still pay
 * @param free never held, given back, or with a hold that has ended
 * @param blocked kept from the sale by the staff
 */
public record BoardSeats(int sold, int held, int free, int blocked) {

	static final BoardSeats NONE = new BoardSeats(0, 0, 0, 0);

	BoardSeats plus(BoardSeats other) {
		return new BoardSeats(this.sold + other.sold, this.held + other.held, this.free + other.free,
				this.blocked + other.blocked);
	}

}
