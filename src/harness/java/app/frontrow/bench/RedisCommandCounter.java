package app.frontrow.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the commands that clients send to Redis. Commands of scripts are not counted,
 * which Redis' own statistics would mix with them.
 */
final class RedisCommandCounter implements AutoCloseable {

	private final Socket socket;

	private final AtomicLong commands = new AtomicLong();

	RedisCommandCounter(URI redis) {
		try {
			this.socket = new Socket(redis.getHost(), redis.getPort());
			String password = (redis.getUserInfo() != null) ? redis.getUserInfo().replaceFirst("^[^:]*:", "") : null;
			String ask = ((password != null) ? "AUTH " + password + "\r\n" : "") + "MONITOR\r\n";
			this.socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
			BufferedReader lines = new BufferedReader(
					new InputStreamReader(this.socket.getInputStream(), StandardCharsets.ISO_8859_1));
			Thread reader = new Thread(() -> read(lines), "redis-monitor");
			reader.setDaemon(true);
			reader.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void read(BufferedReader lines) {
		try {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.contains(" [") && !line.contains(" lua] ")) {
					this.commands.incrementAndGet();
				}
			}
		}
		catch (IOException closed) {
			this.commands.set(0);
		}
	}

	/** Commands seen so far. */
	long commands() {
		BenchSleeper.millis(100);
		return this.commands.get();
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
