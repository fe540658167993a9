package app.frontrow.shared.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Converts times to and from the form of the database: UTC, in microseconds.
 */
public final class DatabaseTimeConverter {

	private DatabaseTimeConverter() {
	}

	/**
	 * Returns the value to write.
	 * @param instant a time in whole microseconds; a finer part would be lost
	 */
	public static LocalDateTime toDatabase(Instant instant) {
		return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	/**
	 * Reads the time in a column that always has one.
	 */
	public static Instant readInstant(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(readNullableInstant(row, column), column);
	}

	/**
	 * Reads the time in a column; null if the column is null.
	 */
	public static @Nullable Instant readNullableInstant(ResultSet row, String column) throws SQLException {
		LocalDateTime time = row.getObject(column, LocalDateTime.class);
		return (time != null) ? time.toInstant(ZoneOffset.UTC) : null;
	}

}
