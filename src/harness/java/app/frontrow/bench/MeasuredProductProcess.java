package app.frontrow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import app.frontrow.stores.FreePort;

/**
 * The product as an operator starts it, with no options for measuring, and what its start
 * has cost. Figures of the process come from Linux.
 */
final class MeasuredProductProcess implements AutoCloseable {

	private static final Duration READY_WITHIN = Duration.ofMinutes(3);

	private static final Path LOG = Path.of("target", "bench", "start.log");

	private final int port = FreePort.next();

	private final Process process;

	private final Thread atExit;

	private final double seconds;

	private final double cpuSeconds;

	/**
	 * Starts it and returns when it answers.
	 * @param folder to start it in
	 * @param arguments of {@code java}
	 * @param environment of the process
	 */
	MeasuredProductProcess(Path folder, List<String> arguments, Map<String, String> environment) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
		builder.environment().putAll(environment);
		builder.environment().put("SERVER_PORT", String.valueOf(this.port));
		long began = System.nanoTime();
		this.process = launch(builder);
		this.atExit = new Thread(this.process::destroyForcibly);
		Runtime.getRuntime().addShutdownHook(this.atExit);
		awaitReady(began + READY_WITHIN.toNanos());
		this.seconds = (System.nanoTime() - began) / 1e9;
		this.cpuSeconds = this.process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
	}

	private static Process launch(ProcessBuilder builder) {
		try {
			Files.createDirectories(LOG.getParent());
			return builder.redirectOutput(LOG.toFile()).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void awaitReady(long deadline) {
		while (!answers()) {
			if (!this.process.isAlive() || System.nanoTime() > deadline) {
				this.process.destroyForcibly();
				throw new IllegalStateException("The product did not become ready, see " + LOG);
			}
			BenchSleeper.millis(20);
		}
	}

	private boolean answers() {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create(url() + "/actuator/health")
				.toURL()
				.openConnection();
			connection.setConnectTimeout(1000);
			connection.setReadTimeout(5000);
			return connection.getResponseCode() == 200;
		}
		catch (IOException notYet) {
			return false;
		}
	}

	String url() {
		return "http://127.0.0.1:" + this.port;
	}

	/** From the start of the process to the first healthy answer. */
	double seconds() {
		return this.seconds;
	}

	/** Time of all its threads until then. */
	double cpuSeconds() {
		return this.cpuSeconds;
	}

	/** Resident memory now, in MB. */
	double residentMegabytes() {
		try {
			return Files.readAllLines(Path.of("/proc", String.valueOf(this.process.pid()), "status"))
				.stream()
				.filter((line) -> line.startsWith("VmRSS:"))
				.mapToDouble((line) -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
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
		this.process.destroyForcibly();
		Runtime.getRuntime().removeShutdownHook(this.atExit);
	}

}
