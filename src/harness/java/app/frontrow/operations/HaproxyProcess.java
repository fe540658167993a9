package app.frontrow.operations;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import app.frontrow.stores.FreePort;

/**
 * Debian's HAProxy in front of instances on this machine. It asks their readiness, as
 * docs/running.md says.
 */
public final class HaproxyProcess implements AutoCloseable {

	private static final Path PROGRAM = Path.of("/usr/sbin/haproxy");

	private static final Duration READY_WITHIN = Duration.ofSeconds(20);

	private final int port;

	private final Process process;

	private HaproxyProcess(int port, Process process) {
		this.port = port;
		this.process = process;
	}

	/** Whether HAProxy is installed. */
	public static boolean isInstalled() {
		return Files.isExecutable(PROGRAM);
	}

	/**
	 * Starts it, and returns when it listens.
	 * @param folder for its files
	 * @param instances ports of the instances
	 */
	public static HaproxyProcess start(Path folder, List<Integer> instances) throws IOException, InterruptedException {
		Files.createDirectories(folder);
		int port = FreePort.next();
		Path file = folder.resolve("haproxy.cfg");
		Files.writeString(file, configuration(port, instances));
		Process process = new ProcessBuilder(PROGRAM.toString(), "-db", "-f", file.toString()).redirectErrorStream(true)
			.redirectOutput(folder.resolve("haproxy.log").toFile())
			.start();
		HaproxyProcess haproxy = new HaproxyProcess(port, process);
		long deadline = System.nanoTime() + READY_WITHIN.toNanos();
		while (!haproxy.isListening()) {
			if (!process.isAlive() || System.nanoTime() > deadline) {
				haproxy.close();
				throw new IllegalStateException("HAProxy did not start, see " + folder);
			}
			Thread.sleep(50);
		}
		return haproxy;
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

	private boolean isListening() {
		try (Socket connection = new Socket("127.0.0.1", this.port)) {
			return connection.isConnected();
		}
		catch (IOException notYet) {
			return false;
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			this.process.waitFor(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.process.destroyForcibly();
	}

}
