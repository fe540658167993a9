package app.frontrow.stores;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A MySQL server whose program somebody has installed: what production runs on. Apart
 * from its size it is as it ships, binary log and TLS included.
 */
final class MySqlProcess extends DatabaseProcess {

	private final Path program;

	private final List<String> tuning;

	MySqlProcess(Path folder, Path program, String password, List<String> tuning) {
		super(folder, password);
		this.program = program.toAbsolutePath();
		this.tuning = tuning;
	}

	@Override
	List<String> installCommand(Path fresh) {
		List<String> command = new ArrayList<>(List.of(this.program.toString(), "--no-defaults",
				"--initialize-insecure", "--datadir=" + fresh, "--secure-file-priv=NULL"));
		command.addAll(asRoot());
		return command;
	}

	@Override
	String initStatements() {
		return """
				create database if not exists frontrow;
				create user if not exists %1$s@'127.0.0.1';
				alter user %1$s@'127.0.0.1' identified by '%2$s';
				grant all on *.* to %1$s@'127.0.0.1' with grant option;
				""";
	}

	@Override
	List<String> command() {
		List<String> command = new ArrayList<>(List.of(this.program.toString(), "--no-defaults"));
		command.addAll(commonOptions());
		command.addAll(List.of("--mysqlx=OFF", "--secure-file-priv=NULL"));
		command.addAll(this.tuning);
		command.addAll(asRoot());
		return command;
	}

}
