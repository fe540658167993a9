package app.frontrow.reservations;

/**
 * The place of a seat in the hall. Rows have ten seats, and row 1 is at the stage.
 *
 * @param row counted from the stage, from 1
 * @param position counted from the left, from 1
 */
public record SeatPlace(int row, int position) {

	public static final int SEATS_PER_ROW = 10;

	/** A row further back is as bad as this many seats off the middle. */
	private static final int ROW = 2;

	/**
	 * Returns the place of a seat.
	 * @param number 1 to 50
	 */
	public static SeatPlace of(int number) {
		return new SeatPlace((number - 1) / SEATS_PER_ROW + 1, (number - 1) % SEATS_PER_ROW + 1);
	}

	boolean atTheEnd() {
		return this.position == 1 || this.position == SEATS_PER_ROW;
	}

	/** Cost compared with the best place in the hall, in half seats. */
	int drawback() {
		return Math.abs(2 * this.position - SEATS_PER_ROW - 1) + 2 * ROW * (this.row - 1);
	}

	/** Distance in seats. */
	int distance(SeatPlace other) {
		return ROW * Math.abs(this.row - other.row) + Math.abs(this.position - other.position);
	}

}
