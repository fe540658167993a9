package app.frontrow.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Remembers a process on disk, so that it can be ended when the one that started it was
 * killed. The start time goes with the number, because numbers are used again.
 */
record PidFile(Path path) {

	private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

	void write(ProcessHandle process) throws IOException {
		Instant started = process.info().startInstant().orElse(Instant.EPOCH);
		Files.writeString(this.path, process.pid() + " " + started.toEpochMilli());
	}

	void delete() {
		try {
			Files.deleteIfExists(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends the remembered process if it is still that one, and waits for its end. */
	void endProcess() throws IOException {
		if (!Files.exists(this.path)) {
			return;
		}
		String[] words = Files.readString(this.path).trim().split(" ");
		if (words.length == 2) {
			find(Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1]))).ifPresent(this::end);
		}
		delete();
	}

	private Optional<ProcessHandle> find(long pid, Instant started) {
		return ProcessHandle.of(pid)
			.filter((process) -> process.info()
				.startInstant()
				.map((instant) -> Duration.between(instant, started).abs().compareTo(CLOCK_TOLERANCE) <= 0)
				.orElse(false));
	}

	private void end(ProcessHandle process) {
		process.destroy();
		try {
			process.onExit().completeOnTimeout(process, 15, TimeUnit.SECONDS).join();
		}
		finally {
			process.destroyForcibly();
		}
	}

}
