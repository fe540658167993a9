package app.frontrow.stores;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command whose environment names stores for the product: embedded and empty ones,
 * or those that the environment names for the tests. Used by {@code script/package}. When
 * it is asked to end, it ends the command first and the stores after it.
 */
public final class StoresCommand {

	private static final long SECONDS_TO_END = 60;

	private StoresCommand() {
	}

	/**
	 * Runs the command and ends with its status, after the stores have ended.
	 * @param command a program and its arguments
	 * @throws IOException if there is no such program
	 * @throws InterruptedException never, in practice
	 */
	public static void main(String[] command) throws IOException, InterruptedException {
		int status;
		CountDownLatch ended = new CountDownLatch(1);
		try (Stores stores = Stores.forTests(Path.of(".frontrow"), Path.of("target", "command-stores")).open()) {
			ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
			builder.environment().putAll(stores.environment());
			Process process = builder.start();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, ended)));
			status = process.waitFor();
		}
		finally {
			ended.countDown();
		}
		System.exit(status);
	}

	// Without waiting, the JVM would end before the command and the stores.
	private static void end(Process process, CountDownLatch ended) {
		process.destroy();
		try {
			if (!ended.await(SECONDS_TO_END, TimeUnit.SECONDS)) {
				process.descendants().forEach(ProcessHandle::destroyForcibly);
				process.destroyForcibly();
				ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
			}
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
		}
	}

}
