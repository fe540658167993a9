package app.frontrow.booking.seat;

/**
 * The place of a seat in the hall. Rows have ten seats, and row 1 is at the stage.
 *
 * @param row counted from the stage, from 1
 * @param position counted from the left, from 1
 */
public record SeatPosition(int row, int position) {

	public static final int SEATS_PER_ROW = 10;

	/** One row further back costs as much as this many seats away from the middle. */
	private static final int ROW_PENALTY = 2;

	/**
	 * Returns the place of a seat.
	 * @param number 1 to 50
	 */
	public static SeatPosition of(int number) {
		return new SeatPosition((number - 1) / SEATS_PER_ROW + 1, (number - 1) % SEATS_PER_ROW + 1);
	}

	boolean isEndOfRow() {
		return this.position == 1 || this.position == SEATS_PER_ROW;
	}

	/** Returns the cost compared with the best place in the hall, in half seats. */
	int distanceFromBest() {
		return Math.abs(2 * this.position - SEATS_PER_ROW - 1) + 2 * ROW_PENALTY * (this.row - 1);
	}

	/** Returns the distance in seats. */
	int distance(SeatPosition other) {
		return ROW_PENALTY * Math.abs(this.row - other.row) + Math.abs(this.position - other.position);
	}

}
