package app.frontrow.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import app.frontrow.stores.FreePort;

/**
 * Debian's HAProxy on this machine, in front of instances or of databases. It asks the
 * readiness of instances, as docs/running.md says.
 */
public final class HaproxyProcess implements AutoCloseable {

	private static final Path PROGRAM = Path.of("/usr/sbin/haproxy");

	private final int port;

	private final ListeningProcess process;

	private HaproxyProcess(int port, ListeningProcess process) {
		this.port = port;
		this.process = process;
	}

	/** Whether HAProxy is installed. */
	public static boolean isInstalled() {
		return Files.isExecutable(PROGRAM);
	}

	/**
	 * Starts it in front of instances, and returns when it listens.
	 * @param folder for its files
	 * @param instances ports of the instances
	 */
	public static HaproxyProcess start(Path folder, List<Integer> instances) throws IOException {
		int port = FreePort.next();
		return start(folder, port, configuration(port, instances));
	}

	/**
	 * Starts it in front of databases, and returns when it listens. New connections go to
	 * a database whose check answers 200. Connections that are open stay where they are.
	 * @param folder for its files
	 * @param checks the port of the check for each port of a database
	 */
	public static HaproxyProcess startForDatabases(Path folder, Map<Integer, Integer> checks) throws IOException {
		int port = FreePort.next();
		return start(folder, port, databaseConfiguration(port, checks));
	}

	private static HaproxyProcess start(Path folder, int port, String configuration) throws IOException {
		Files.createDirectories(folder);
		Path file = folder.resolve("haproxy.cfg");
		Files.writeString(file, configuration);
		return new HaproxyProcess(port, ListeningProcess.start(port, folder.resolve("haproxy.log"),
				List.of(PROGRAM.toString(), "-db", "-f", file.toString())));
	}

	/** The port on 127.0.0.1. */
	public int port() {
		return this.port;
	}

	private static String configuration(int port, List<Integer> instances) {
		return """
				defaults
				  mode http
				  timeout connect 2s
				  timeout client 30s
				  timeout server 30s
				  option redispatch
				  retries 3
				frontend site
				  bind 127.0.0.1:%d
				  default_backend instances
				backend instances
				  balance roundrobin
				  option forwardfor
				  option httpchk GET /readyz
				  default-server check inter 1s fall 2 rise 1
				%s
				""".formatted(port,
				instances.stream()
					.map((instance) -> "  server instance-%1$d 127.0.0.1:%1$d".formatted(instance))
					.collect(Collectors.joining("\n")));
	}

	private static String databaseConfiguration(int port, Map<Integer, Integer> checks) {
		return """
				defaults
				  mode tcp
				  timeout connect 2s
				  timeout client 1h
				  timeout server 1h
				listen database
				  bind 127.0.0.1:%d
				  option httpchk GET /
				  default-server check inter 500ms fall 1 rise 1
				%s
				""".formatted(port,
				checks.entrySet()
					.stream()
					.map((check) -> "  server database-%1$d 127.0.0.1:%1$d port %2$d".formatted(check.getKey(),
							check.getValue()))
					.collect(Collectors.joining("\n")));
	}

	@Override
	public void close() {
		this.process.close();
	}

}
