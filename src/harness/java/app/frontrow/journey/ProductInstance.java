package app.frontrow.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import app.frontrow.RunningProduct;
import app.frontrow.stores.FreePort;
import app.frontrow.stores.Stores;

/**
 * An instance of the packaged product: a process on a loopback port. A test may stop,
 * kill, freeze and start it again on the same port.
 */
public final class ProductInstance implements AutoCloseable {

	private static final Path LOGS = Path.of("target", "instances");

	/** All that tests do comes from one address. */
	private static final List<String> LIMITS = List.of("FAILED_LOG_INS", "SIGN_UPS", "ACTIONS", "SEARCHES");

	/** As for tests on real stores: late is not away. */
	private static final String PATIENCE = """
			{"spring.data.redis.timeout": "1m", "spring.datasource.hikari.connection-timeout": 60000,
			"spring.datasource.hikari.data-source-properties.socketTimeout": 60000}""";

	private static final Duration READY_WITHIN = Duration.ofMinutes(5);

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

	private final String name;

	private final Map<String, String> environment;

	private final int port = FreePort.next();

	private final Thread atExit = new Thread(this::kill);

	private volatile Path jar = InstalledProduct.JAR;

	private Process process;

	private ProductInstance(String name, Map<String, String> environment) {
		this.name = name;
		this.environment = Map.copyOf(environment);
		Runtime.getRuntime().addShutdownHook(this.atExit);
	}

	/**
	 * Starts an instance that is no more patient with its stores than in production, and
	 * returns when it is ready.
	 * @param environment the stores' coordinates, and settings that differ from the
	 * defaults
	 */
	public static ProductInstance start(Map<String, String> environment) {
		ProductInstance instance = new ProductInstance("instance", environment);
		instance.start();
		return instance;
	}

	/**
	 * Starts an instance on these stores and returns when it is ready.
	 * @param name of its log
	 * @param settings environment variables besides those of the stores
	 */
	public static ProductInstance start(String name, Stores stores, Map<String, String> settings) {
		return startAll(List.of(name), stores, settings).get(0);
	}

	/** Starts several at the same time. */
	public static List<ProductInstance> startAll(List<String> names, Stores stores, Map<String, String> settings) {
		Map<String, String> environment = new HashMap<>(stores.environment());
		environment.putAll(settings);
		return startAll(names, environment);
	}

	/** Starts several at the same time, which know nothing but this environment. */
	public static List<ProductInstance> startAll(List<String> names, Map<String, String> environment) {
		return startAll(names, environment, InstalledProduct.JAR);
	}

	/**
	 * Starts several of one release at the same time.
	 * @param jar of the release
	 */
	public static List<ProductInstance> startAll(List<String> names, Map<String, String> environment, Path jar) {
		Map<String, String> patient = new HashMap<>(environment);
		patient.put("SPRING_APPLICATION_JSON", PATIENCE);
		List<ProductInstance> instances = names.stream().map((name) -> new ProductInstance(name, patient)).toList();
		instances.forEach((instance) -> instance.jar = jar);
		instances.forEach(ProductInstance::launch);
		instances.forEach(ProductInstance::requireReady);
		return instances;
	}

	/**
	 * Brings the schema to the release of the packaged jar, as operators do before an
	 * upgrade.
	 * @param environment the database's coordinates
	 * @throws IOException if there is no Java
	 * @throws InterruptedException never, in practice
	 */
	public static void migrate(Map<String, String> environment) throws IOException, InterruptedException {
		migrate(environment, InstalledProduct.JAR);
	}

	/** Brings the schema to the release of this jar. */
	public static void migrate(Map<String, String> environment, Path jar) throws IOException, InterruptedException {
		Files.createDirectories(LOGS);
		ProcessBuilder builder = new ProcessBuilder(InstalledProduct.java(), "-jar", jar.toString(), "migrate");
		builder.environment().putAll(environment);
		int status = builder.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(LOGS.resolve("migrate.log").toFile()))
			.start()
			.waitFor();
		if (status != 0) {
			throw new IllegalStateException("migrate ended with status " + status);
		}
	}

	/** The packaged jar of these sources. */
	public static Path thisRelease() {
		return InstalledProduct.JAR;
	}

	/**
	 * Ends it the orderly way, starts another release on the same port, and returns when
	 * that is ready.
	 * @param release its jar
	 */
	public void replaceBy(Path release) {
		stop();
		this.jar = release;
		start();
	}

	/** Starts it, again on the same port, and returns when it is ready. */
	public void start() {
		launch();
		requireReady();
	}

	private void requireReady() {
		if (!awaitReady()) {
			kill();
			throw new IllegalStateException("The instance did not become ready, see " + log());
		}
	}

	/** Starts the process, and does not wait for it. */
	public synchronized void launch() {
		Map<String, String> all = new HashMap<>();
		all.put("FRONTROW_TOKEN_KEY", RunningProduct.TOKEN_KEY);
		all.put("FRONTROW_SECOND_FACTOR_REQUIRED", "false");
		LIMITS.forEach((limit) -> all.put("FRONTROW_LIMITS_" + limit, "1000000"));
		all.putAll(this.environment);
		all.put("SERVER_PORT", String.valueOf(this.port));
		ProcessBuilder builder = (this.jar.equals(InstalledProduct.JAR)) ? InstalledProduct.prepare(all)
				: InstalledProduct.prepareRelease(this.jar, all);
		try {
			Files.createDirectories(LOGS);
			this.process = builder.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits until it is ready; false if it ended before, or takes too long. */
	public boolean awaitReady() {
		long deadline = System.nanoTime() + READY_WITHIN.toNanos();
		while (isRunning() && System.nanoTime() < deadline) {
			if (isHealthy()) {
				return true;
			}
			pauseBriefly();
		}
		return false;
	}

	/** Whether it says of itself that all is well. */
	public boolean isHealthy() {
		HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/readyz"))
			.timeout(Duration.ofSeconds(2))
			.build();
		try {
			return HTTP.send(ask, BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** The port on 127.0.0.1. */
	public int port() {
		return this.port;
	}

	/** The file with its output. */
	public Path log() {
		return LOGS.resolve(this.name + "-" + this.port + ".log");
	}

	/** Whether the process lives, also when it is frozen. */
	public synchronized boolean isRunning() {
		return this.process != null && this.process.isAlive();
	}

	/** Ends it the orderly way. */
	public void stop() {
		resume();
		this.process.destroy();
		awaitEnd();
		kill();
	}

	/** Ends it as a power cut would. */
	public synchronized void kill() {
		if (this.process != null) {
			this.process.destroyForcibly();
			awaitEnd();
		}
	}

	/** Freezes it: connections stay open and nothing is answered. */
	public void pause() {
		signal("-STOP");
	}

	/** Ends a {@link #pause()}. */
	public void resume() {
		signal("-CONT");
	}

	@Override
	public void close() {
		kill();
		Runtime.getRuntime().removeShutdownHook(this.atExit);
	}

	private void awaitEnd() {
		try {
			this.process.waitFor(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	private void signal(String name) {
		if (!isRunning()) {
			return;
		}
		try {
			new ProcessBuilder("kill", name, String.valueOf(this.process.pid())).inheritIO().start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static void pauseBriefly() {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
