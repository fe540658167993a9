package app.frontrow.reservations;

/**
 * Where a seat stands in the hall: rows of ten, the first one at the stage.
 *
 * @param row counted from the stage, from 1
 * @param position counted from the left, from 1
 */
public record SeatPlace(int row, int position) {

	/** Seats in a row. */
	public static final int SEATS_PER_ROW = 10;

	/**
	 * How much worse it is to sit one row further back, in seats away from the middle.
	 */
	private static final int ROW = 2;

	/**
	 * The place of a seat.
	 * @param number 1 to 50
	 */
	public static SeatPlace of(int number) {
		return new SeatPlace((number - 1) / SEATS_PER_ROW + 1, (number - 1) % SEATS_PER_ROW + 1);
	}

	/** Whether it has no neighbour on one side. */
	boolean atTheEnd() {
		return this.position == 1 || this.position == SEATS_PER_ROW;
	}

	/** How far it is from the best place there is, in half seats. */
	int drawback() {
		return Math.abs(2 * this.position - SEATS_PER_ROW - 1) + 2 * ROW * (this.row - 1);
	}

	/** How far apart two places are, in seats. */
	int distance(SeatPlace other) {
		return ROW * Math.abs(this.row - other.row) + Math.abs(this.position - other.position);
	}

}
