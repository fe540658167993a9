package app.frontrow.reservations;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A seat of a reservation, at the price it was held for.
 *
 * @param number 1 to 50
 * @param price whole won
 */
public record ReservedSeat(int number, String grade, long price) {

	static ReservedSeat read(ResultSet row) throws SQLException {
		return new ReservedSeat(row.getInt("seat_no"), row.getString("grade"), row.getLong("price"));
	}

}
