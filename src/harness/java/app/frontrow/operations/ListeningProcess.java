package app.frontrow.operations;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;

/**
 * A program on this machine that listens on a port.
 */
final class ListeningProcess implements AutoCloseable {

	private static final Duration READY_WITHIN = Duration.ofSeconds(20);

	private final Process process;

	private ListeningProcess(Process process) {
		this.process = process;
	}

	/**
	 * Starts it, and returns when it listens.
	 * @param log file for its output
	 * @throws IllegalStateException if it has ended instead
	 */
	static ListeningProcess start(int port, Path log, List<String> command) throws IOException {
		ListeningProcess started = new ListeningProcess(
				new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
		try {
			await().atMost(READY_WITHIN).until(() -> !started.process.isAlive() || isListening(port));
			if (!started.process.isAlive()) {
				throw new IllegalStateException(command.get(0) + " did not start, see " + log);
			}
			return started;
		}
		catch (RuntimeException failure) {
			started.close();
			throw failure;
		}
	}

	private static boolean isListening(int port) {
		try (Socket connection = new Socket("127.0.0.1", port)) {
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
