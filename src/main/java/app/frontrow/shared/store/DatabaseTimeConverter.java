package app.frontrow.shared.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Times as the database keeps them: UTC, in microseconds.
 */
public final class DatabaseTimeConverter {

	private DatabaseTimeConverter() {
	}

	/**
	 * The value to write.
	 * @param instant in whole microseconds, so that it is read back as it is
	 */
	public static LocalDateTime toDatabase(Instant instant) {
		return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	/**
	 * The time in a column; null if it is null.
	 */
	public static Instant readInstant(ResultSet row, String column) throws SQLException {
		LocalDateTime time = row.getObject(column, LocalDateTime.class);
		return (time != null) ? time.toInstant(ZoneOffset.UTC) : null;
	}

}
