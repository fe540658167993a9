package app.frontrow.booking.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A seat of a reservation with the price when it was held.
 *
 * @param number 1 to 50
 * @param price in won
 */
public record ReservedSeat(int number, String grade, long price) {

	public static ReservedSeat read(ResultSet row) throws SQLException {
		return new ReservedSeat(row.getInt("seat_no"), row.getString("grade"), row.getLong("price"));
	}

}
