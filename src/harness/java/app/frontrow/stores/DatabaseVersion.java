package app.frontrow.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Which database server the tests ran on, in its own words.
 */
final class DatabaseVersion {

	private DatabaseVersion() {
	}

	/** Writes it down for whoever reports on the tests. */
	static void write(Stores stores, Path file) {
		try (Connection connection = DriverManager.getConnection(stores.jdbcUrl(), stores.jdbcUser(),
				stores.jdbcPassword()); Statement statement = connection.createStatement()) {
			ResultSet row = statement.executeQuery("select @@version, @@version_comment");
			row.next();
			String product = row.getString(1).contains("MariaDB") ? "MariaDB" : "MySQL";
			Files.writeString(file, "%s %s, %s%n".formatted(product, row.getString(1), row.getString(2)));
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The database does not say what it is", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
