package app.frontrow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import app.frontrow.stores.FreePort;

/**
 * A server in a JVM of its own on a loopback port. All servers have the same JVM options.
 */
final class ServerProcess implements AutoCloseable {

	private static final List<String> JVM = List.of("-Xms768m", "-Xmx768m", "-Dfile.encoding=UTF-8",
			"--enable-native-access=ALL-UNNAMED", "-Dcom.sun.management.jmxremote.host=127.0.0.1",
			"-Djava.rmi.server.hostname=127.0.0.1", "-Dcom.sun.management.jmxremote.authenticate=false",
			"-Dcom.sun.management.jmxremote.ssl=false");

	private static final Duration READY_WITHIN = Duration.ofMinutes(3);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

	private final int port = FreePort.next();

	private final int jmxPort = FreePort.next();

	private final Path log;

	private final Thread atExit = new Thread(this::kill);

	private Process process;

	private ServerProcess(String name) {
		this.log = Path.of("target", "bench", name + ".log");
	}

	/**
	 * Starts a server and returns when it answers.
	 * @param name of its log
	 * @param program the arguments of {@code java}
	 * @param environment of the process
	 * @param readyPath a path that answers 200 when the server is ready
	 */
	static ServerProcess start(String name, List<String> program, Map<String, String> environment, String readyPath) {
		ServerProcess server = new ServerProcess(name);
		Runtime.getRuntime().addShutdownHook(server.atExit);
		server.launch(program, environment);
		server.awaitReady(readyPath);
		return server;
	}

	private void launch(List<String> program, Map<String, String> environment) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(JVM);
		command.add("-Dcom.sun.management.jmxremote.port=" + this.jmxPort);
		command.add("-Dcom.sun.management.jmxremote.rmi.port=" + this.jmxPort);
		command.addAll(program);
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().putAll(environment);
		builder.environment().put("SERVER_PORT", String.valueOf(this.port));
		try {
			Files.createDirectories(this.log.getParent());
			this.process = builder.redirectErrorStream(true).redirectOutput(this.log.toFile()).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void awaitReady(String path) {
		long deadline = System.nanoTime() + READY_WITHIN.toNanos();
		while (!answers(path)) {
			if (!this.process.isAlive() || System.nanoTime() > deadline) {
				kill();
				throw new IllegalStateException("The server did not become ready, see " + this.log);
			}
			BenchSleeper.millis(200);
		}
	}

	private boolean answers(String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(5)).build();
		try {
			return this.http.send(request, BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	String url() {
		return "http://127.0.0.1:" + this.port;
	}

	int jmxPort() {
		return this.jmxPort;
	}

	private void kill() {
		if (this.process != null) {
			this.process.destroyForcibly();
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			this.process.waitFor(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		kill();
		Runtime.getRuntime().removeShutdownHook(this.atExit);
	}

}
