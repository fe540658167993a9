package app.frontrow.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;

/**
 * Sells each free seat of some shows with a few SQL statements. Each seat is an order of
 * its own, of one of the given number of members, who have topped up for it before. The
 * books agree. A member who cancels an order would lose most of its price.
 */
public final class PaidOrderGenerator {

	private static final int SHOWS_AT_ONCE = 400;

	private final Connection database;

	private PaidOrderGenerator(Connection database) {
		this.database = database;
	}

	/**
	 * Makes the members and sells the seats of all shows. Call it once for a database.
	 * @param members how many, at most a million
	 * @throws SQLException if the database refuses
	 */
	public static void load(Connection database, int members) throws SQLException {
		PaidOrderGenerator orders = new PaidOrderGenerator(database);
		orders.run("members", members);
		long last = orders.readLastShow();
		for (long first = orders.readFirstShow(); first <= last; first += SHOWS_AT_ONCE) {
			orders.run("choose", first, Math.min(last, first + SHOWS_AT_ONCE - 1));
			orders.run("sell");
		}
		orders.run("end");
	}

	private long readFirstShow() throws SQLException {
		return readNumber("select coalesce(min(show_id), 1) from seats");
	}

	private long readLastShow() throws SQLException {
		return readNumber("select coalesce(max(show_id), 0) from seats");
	}

	private long readNumber(String sql) throws SQLException {
		try (PreparedStatement statement = this.database.prepareStatement(sql);
				ResultSet rows = statement.executeQuery()) {
			rows.next();
			return rows.getLong(1);
		}
	}

	/** Runs the statements of a part of the file. One of them takes the values. */
	private void run(String part, long... values) throws SQLException {
		for (String sql : statements(part)) {
			try (PreparedStatement statement = this.database.prepareStatement(sql)) {
				for (int i = 0; i < values.length && sql.contains("?"); i++) {
					statement.setLong(i + 1, values[i]);
				}
				statement.execute();
			}
		}
	}

	private static List<String> statements(String part) {
		try {
			String file = new ClassPathResource("demo/paid-orders.sql").getContentAsString(StandardCharsets.UTF_8);
			return Stream.of(file.split("-- part "))
				.filter((text) -> text.startsWith(part + "\n"))
				.flatMap((text) -> Stream.of(text.substring(part.length()).split(";")))
				.filter((sql) -> !sql.isBlank())
				.toList();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
