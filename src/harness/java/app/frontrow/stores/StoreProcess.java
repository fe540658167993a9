package app.frontrow.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One embedded store: a process of its own on a loopback port. A test may stop, kill,
 * freeze, erase and start it again; port, password and data stay the same.
 */
public abstract class StoreProcess {

	private static final Duration READY_WITHIN = Duration.ofSeconds(60);

	private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

	private final Path folder;

	private final PidFile pidFile;

	private int port;

	private Process process;

	StoreProcess(Path folder) {
		this.folder = folder.toAbsolutePath().normalize();
		this.pidFile = new PidFile(this.folder.resolve("pid"));
	}

	/**
	 * Starts the store and returns when it answers. The first start chooses the port,
	 * every later one keeps it. Does nothing to a store that runs.
	 */
	public synchronized void start() {
		if (isRunning()) {
			return;
		}
		boolean first = this.port == 0;
		try {
			StoreFolders.createPrivate(this.folder);
			if (first) {
				Files.deleteIfExists(log());
			}
			prepare();
			for (int attempt = 1; !isRunning(); attempt++) {
				this.port = first ? FreePort.next() : this.port;
				launch();
				if (!awaitReady() && (!first || attempt == 3)) {
					throw new IllegalStateException(
							"%s did not start:%n%s".formatted(getClass().getSimpleName(), lastLines()));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends the store the orderly way; it writes everything down first. */
	public synchronized void stop() {
		if (isRunning()) {
			resume();
			this.process.destroy();
			awaitEnd(STOP_WITHIN);
		}
		kill();
	}

	/** Ends the store as a power cut would. */
	public synchronized void kill() {
		if (isRunning()) {
			this.process.destroyForcibly();
			awaitEnd(STOP_WITHIN);
		}
		this.pidFile.delete();
	}

	/** Freezes the store: connections stay open and nothing is answered. */
	public void pause() {
		signal("STOP");
	}

	/** Ends a {@link #pause()}. */
	public void resume() {
		signal("CONT");
	}

	/** Deletes everything a stopped store has written: the next start finds it empty. */
	public synchronized void erase() {
		if (isRunning()) {
			throw new IllegalStateException("still running");
		}
		StoreFolders.delete(data());
	}

	/**
	 * Whether the process lives, also when it is frozen.
	 * @return true between start and end
	 */
	public boolean isRunning() {
		return this.process != null && this.process.isAlive();
	}

	/**
	 * The port on 127.0.0.1.
	 * @return the port, 0 before the first start
	 */
	public int port() {
		return this.port;
	}

	/**
	 * What the store writes while it runs.
	 * @return the file, new in every run of the program
	 */
	public Path log() {
		return this.folder.resolve("log");
	}

	Path folder() {
		return this.folder;
	}

	Path data() {
		return this.folder.resolve("data");
	}

	/** Makes what the process needs on disk, where it is not there yet. */
	abstract void prepare() throws IOException;

	/** The command line, with {@link #port()}. */
	abstract List<String> command();

	/** Environment variables for the process. */
	Map<String, String> environment() {
		return Map.of();
	}

	/** Whether the store answers: false or an exception while it does not. */
	abstract boolean answers() throws Exception;

	static int run(List<String> command, Map<String, String> environment, Path log) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		builder.environment().putAll(environment);
		try {
			return builder.start().waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted", ex);
		}
	}

	private void launch() throws IOException {
		// in a session of its own, or Ctrl-C would end the store before the application
		List<String> command = new ArrayList<>();
		if (StoreFolders.isOnPath("setsid")) {
			command.add("setsid");
		}
		command.addAll(command());
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
		builder.environment().putAll(environment());
		this.process = builder.start();
		this.pidFile.write(this.process.toHandle());
	}

	private boolean awaitReady() {
		long deadline = System.nanoTime() + READY_WITHIN.toNanos();
		while (this.process.isAlive() && System.nanoTime() < deadline) {
			try {
				if (answers()) {
					return true;
				}
			}
			catch (Exception ex) {
				// not yet: that is what the loop is for
			}
			pauseBriefly();
		}
		kill();
		return false;
	}

	private void pauseBriefly() {
		try {
			this.process.waitFor(25, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			kill();
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while starting", ex);
		}
	}

	private void awaitEnd(Duration atMost) {
		try {
			this.process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	private void signal(String name) {
		try {
			// the shell's own kill: a minimal system has no program of that name
			run(List.of("sh", "-c", "kill -" + name + " " + this.process.pid()), Map.of(), log());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String lastLines() throws IOException {
		List<String> lines = Files.readAllLines(log());
		return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
	}

}
