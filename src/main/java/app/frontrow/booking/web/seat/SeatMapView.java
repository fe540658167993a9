package app.frontrow.booking.web.seat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.frontrow.booking.seat.Seat;
import app.frontrow.booking.seat.SeatPlan;
import app.frontrow.booking.seat.SeatPosition;

/**
 * The seat map of a show for the page.
 *
 * @param prices in the format of {@link app.frontrow.booking.seat.ShownPricesCodec}
 * @param rows from the stage to the back
 * @param grades each grade once with its price, in the order of the seats
 */
record SeatMapView(long showId, Instant startsAt, String prices, List<Row> rows, List<Grade> grades) {

	/**
	 * Makes the view of a plan.
	 * @param wanted numbers of the seats to tick if they are free
	 */
	static SeatMapView of(SeatPlan plan, Collection<Integer> wanted) {
		List<Grade> grades = grades(plan.seats());
		List<Row> rows = new ArrayList<>();
		for (Seat seat : plan.seats()) {
			int row = SeatPosition.of(seat.number()).row();
			if (rows.size() < row) {
				rows.add(new Row(row, new ArrayList<>()));
			}
			rows.get(row - 1).seats().add(createSeat(seat, row, grades, wanted));
		}
		return new SeatMapView(plan.showId(), plan.startsAt(), plan.prices(), rows, grades);
	}

	public boolean hasOwnSeats() {
		return this.rows.stream().flatMap((row) -> row.seats().stream()).anyMatch(SeatMapSeatView::mine);
	}

	/** Returns the seats that are ticked when the page opens. */
	public List<SeatMapSeatView> chosen() {
		return this.rows.stream().flatMap((row) -> row.seats().stream()).filter(SeatMapSeatView::chosen).toList();
	}

	/** Returns the price of the ticked seats in won. */
	public long chosenTotal() {
		return chosen().stream().mapToLong(SeatMapSeatView::price).sum();
	}

	private static SeatMapSeatView createSeat(Seat seat, int row, List<Grade> grades, Collection<Integer> wanted) {
		Grade grade = grades.stream().filter((one) -> one.name().equals(seat.grade())).findFirst().orElseThrow();
		String status = SeatMapSeatView.status(seat);
		return new SeatMapSeatView(row, seat.number(), seat.grade(), grade.mark(), grades.indexOf(grade) + 1,
				seat.price(), status, "available".equals(status) && wanted.contains(seat.number()));
	}

	/**
	 * Returns each grade once. The mark of a grade is its first letter, or its first two
	 * letters if several grades have the same first letter.
	 */
	private static List<Grade> grades(List<Seat> seats) {
		Map<String, Long> prices = new LinkedHashMap<>();
		seats.forEach((seat) -> prices.putIfAbsent(seat.grade(), seat.price()));
		return prices.entrySet().stream().map((entry) -> {
			String name = entry.getKey();
			String first = name.substring(0, name.offsetByCodePoints(0, 1));
			boolean alone = prices.keySet().stream().filter((other) -> other.startsWith(first)).count() == 1;
			return new Grade(name, alone ? first : name.substring(0, Math.min(2, name.length())), entry.getValue());
		}).toList();
	}

	/**
	 * @param number counted from the stage, from 1
	 * @param seats from left to right
	 */
	record Row(int number, List<SeatMapSeatView> seats) {
	}

	/**
	 * @param mark short text on its seats
	 * @param price in won
	 */
	record Grade(String name, String mark, long price) {
	}

}
