package app.frontrow.stores;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Runs a command whose environment names stores for the product: embedded and empty ones,
 * or those that the environment names for the tests. Used by {@code script/package}.
 */
public final class StoresCommand {

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
		try (Stores stores = Stores.forTests(Path.of(".frontrow"), Path.of("target", "command-stores")).open()) {
			ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
			builder.environment().putAll(stores.environment());
			Process process = builder.start();
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
			status = process.waitFor();
		}
		System.exit(status);
	}

}
