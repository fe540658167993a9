package app.frontrow.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import app.frontrow.RunningProduct;
import app.frontrow.stores.FreePort;
import app.frontrow.stores.Stores;

import static org.awaitility.Awaitility.await;

/**
 * The packaged product as a process of its own on loopback, as it is run for real. A test
 * may stop, kill, freeze and start it again.
 */
public final class Instance implements AutoCloseable {

	private static final Path JAR = Path.of("target", "frontrow.jar");

	private static final Path LOGS = Path.of("target", "instances");

	private static final Duration READY_WITHIN = Duration.ofSeconds(120);

	private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

	private final String name;

	private final int port = FreePort.next();

	private final Map<String, String> environment;

	private Process process;

	private Instance(String name, Map<String, String> environment) {
		this.name = name;
		this.environment = environment;
		Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
	}

	/**
	 * Starts an instance and returns when it answers.
	 * @param name of its log, below {@code target/instances}
	 * @param stores what it keeps its data in
	 * @param settings environment variables besides those of the stores
	 */
	public static Instance start(String name, Stores stores, Map<String, String> settings) {
		return startAll(List.of(name), stores, settings).get(0);
	}

	/** Starts several at the same time. */
	public static List<Instance> startAll(List<String> names, Stores stores, Map<String, String> settings) {
		Map<String, String> environment = new HashMap<>(stores.environment());
		environment.put("FRONTROW_TOKEN_KEY", RunningProduct.TOKEN_KEY);
		environment.putAll(settings);
		List<Instance> instances = names.stream().map((name) -> new Instance(name, environment)).toList();
		instances.forEach(Instance::launch);
		instances.forEach(Instance::awaitReady);
		return instances;
	}

	/** Starts it again at the same port, and returns when it answers. */
	public void restart() {
		launch();
		awaitReady();
	}

	/** The port on 127.0.0.1. */
	public int port() {
		return this.port;
	}

	/** Ends it the orderly way: requests that are under way are finished. */
	public void stop() {
		resume();
		this.process.destroy();
		awaitEnd();
		kill();
	}

	/** Ends it as a power cut would. */
	public void kill() {
		if (isRunning()) {
			this.process.destroyForcibly();
			awaitEnd();
		}
	}

	/** Freezes it: connections stay open and nothing is answered. */
	public void pause() {
		signal("STOP");
	}

	/** Ends a {@link #pause()}. */
	public void resume() {
		signal("CONT");
	}

	/** Whether the process lives, also when it is frozen. */
	public boolean isRunning() {
		return this.process != null && this.process.isAlive();
	}

	/** Where it writes its log. */
	public Path log() {
		return LOGS.resolve(this.name + ".log");
	}

	@Override
	public void close() {
		if (isRunning()) {
			stop();
		}
	}

	private void launch() {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		// quick to start, and small
		command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-jar", JAR.toString()));
		try {
			Files.createDirectories(LOGS);
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(log().toFile());
			builder.environment().putAll(this.environment);
			builder.environment().put("SERVER_PORT", String.valueOf(this.port));
			this.process = builder.start();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private void awaitReady() {
		await("start of " + this.name + ", see " + log()).atMost(READY_WITHIN)
			.pollInterval(Duration.ofMillis(200))
			.ignoreException(UncheckedIOException.class)
			.failFast(this.name + " has ended, see " + log(), () -> !isRunning())
			.until(() -> ApiClient.at(this.port).get("/api/v1/concerts?size=1").status() == 200);
	}

	private void awaitEnd() {
		try {
			this.process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException interrupted) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	private void signal(String signal) {
		try {
			new ProcessBuilder("kill", "-" + signal, String.valueOf(this.process.pid())).start().waitFor();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

}
