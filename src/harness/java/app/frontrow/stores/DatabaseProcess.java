package app.frontrow.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A database server of this program's own, with an empty database and one user, who may
 * do everything.
 */
abstract class DatabaseProcess extends StoreProcess {

	static final String USER = "frontrow";

	private final String password;

	DatabaseProcess(Path folder, String password) {
		super(folder);
		this.password = password;
	}

	String url() {
		return "jdbc:mysql://127.0.0.1:%d/frontrow".formatted(port());
	}

	String password() {
		return this.password;
	}

	@Override
	void prepare() throws IOException {
		Files.createDirectories(temporary());
		if (!Files.exists(data())) {
			install();
		}
		// runs at every start, one statement per line: the password is new each time
		Files.writeString(initFile(), initStatements().formatted(USER, this.password));
	}

	/** Elsewhere first, so that a data folder is never found half made. */
	private void install() throws IOException {
		Path fresh = folder().resolve("data.new");
		StoreFolders.delete(fresh);
		if (run(installCommand(fresh), environment(), log()) != 0) {
			throw new IOException("Making a data folder for the database failed:\n" + lastLines());
		}
		Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
	}

	/** The command line that makes a data folder. */
	abstract List<String> installCommand(Path fresh);

	/**
	 * Makes the database and the user, with a place for its name and for its password.
	 */
	abstract String initStatements();

	final Path temporary() {
		return folder().resolve("tmp");
	}

	Path initFile() {
		return folder().resolve("init.sql");
	}

	@Override
	boolean answers() throws SQLException {
		try (Connection connection = DriverManager.getConnection(url() + "?connectTimeout=1000", USER, this.password)) {
			return connection.isValid(1);
		}
	}

	/** What both servers are told in the same words. */
	List<String> commonOptions() {
		return List.of("--datadir=" + data(), "--tmpdir=" + temporary(), "--init-file=" + initFile(),
				"--port=" + port(), "--bind-address=127.0.0.1", "--socket=", "--skip-name-resolve",
				"--max-connections=1000", "--character-set-server=utf8mb4", "--transaction-isolation=READ-COMMITTED",
				"--innodb-print-all-deadlocks=ON");
	}

	/** Servers want to be told that this is meant. */
	static List<String> asRoot() {
		return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
	}

}
