package app.frontrow.catalogue.cache;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Changes the number of seats left of a show in the database.
 */
@Repository
public class SeatsLeftRepository {

	private final JdbcClient jdbc;

	SeatsLeftRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Subtracts the seats, or adds them if the number is negative. */
	public void subtractSeats(long showId, int seats) {
		this.jdbc.sql("update shows set seats_left = seats_left - :seats where id = :id")
			.param("seats", seats)
			.param("id", showId)
			.update();
	}

}
