package app.frontrow.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends many requests at the same moment, each on a connection of its own, and waits for
 * all answers. One thread does it, because many threads that wake up at once would take
 * more of the machine than the server needs for the answers.
 */
final class SimultaneousClient implements Closeable {

	/** Enough for most answers; it grows for longer ones. */
	private static final int BUFFER_BYTES = 16 * 1024;

	private static final long LONGEST_MILLIS = 30_000;

	private final String host;

	private final Selector selector;

	private final List<Connection> connections = new ArrayList<>();

	/** Opens the connections to the server with this address. */
	SimultaneousClient(String base, int count) {
		URI server = URI.create(base);
		this.host = server.getAuthority();
		try {
			this.selector = Selector.open();
			for (int i = 0; i < count; i++) {
				this.connections.add(new Connection(server));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Sends one request on each connection.
	 * @return the milliseconds until the whole answer was there; negative if it was no
	 * success
	 */
	double[] send(List<BenchRequest> requests) {
		return sendAll(requests.stream().map((request) -> {
			StringBuilder headers = new StringBuilder();
			request.headers().forEach((name, value) -> headers.append(name).append(": ").append(value).append("\r\n"));
			return encode("GET", request.path(), headers.toString(), "");
		}).toList());
	}

	/**
	 * Posts one of these bodies, which are JSON in ASCII, on each connection.
	 * @return as {@link #send(List)}
	 */
	double[] post(String path, List<String> bodies) {
		return sendAll(bodies.stream()
			.map((body) -> encode("POST", path,
					"Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n", body))
			.toList());
	}

	private byte[] encode(String method, String path, String headers, String body) {
		return (method + " " + path + " HTTP/1.1\r\nHost: " + this.host + "\r\n" + headers + "\r\n" + body)
			.getBytes(StandardCharsets.ISO_8859_1);
	}

	private double[] sendAll(List<byte[]> requests) {
		try {
			for (int i = 0; i < requests.size(); i++) {
				this.connections.get(i).send(requests.get(i));
			}
			awaitAnswers(requests.size());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this.connections.stream().mapToDouble(Connection::millis).toArray();
	}

	private void awaitAnswers(int count) throws IOException {
		int open = count;
		while (open > 0) {
			if (this.selector.select(LONGEST_MILLIS) == 0) {
				throw new IOException(open + " answers did not come within seconds");
			}
			for (SelectionKey key : this.selector.selectedKeys()) {
				open -= ((Connection) key.attachment()).receive() ? 1 : 0;
			}
			this.selector.selectedKeys().clear();
		}
	}

	@Override
	public void close() {
		try {
			for (Connection connection : this.connections) {
				connection.channel.close();
			}
			this.selector.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A connection with one request at a time. */
	private final class Connection {

		private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

		private static final Pattern CLOSES = Pattern.compile("(?i)\r\nconnection: *close");

		private final URI server;

		private SocketChannel channel;

		private ByteBuffer answer = ByteBuffer.allocate(BUFFER_BYTES);

		private long sentAt;

		private long endedAt;

		private boolean success;

		Connection(URI server) throws IOException {
			this.server = server;
			open();
		}

		private void open() throws IOException {
			this.channel = SocketChannel.open(new InetSocketAddress(this.server.getHost(), this.server.getPort()));
			this.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
			this.channel.configureBlocking(false);
			this.channel.register(SimultaneousClient.this.selector, SelectionKey.OP_READ, this);
		}

		void send(byte[] request) throws IOException {
			if (!this.channel.isOpen()) {
				open();
			}
			this.answer.clear();
			this.sentAt = System.nanoTime();
			ByteBuffer bytes = ByteBuffer.wrap(request);
			while (bytes.hasRemaining()) {
				this.channel.write(bytes);
			}
		}

		/** Returns whether the answer is complete. */
		boolean receive() throws IOException {
			if (!this.answer.hasRemaining()) {
				this.answer = ByteBuffer.allocate(2 * this.answer.capacity()).put(this.answer.flip());
			}
			if (this.channel.read(this.answer) < 0) {
				this.channel.close();
				if (this.endedAt < this.sentAt) {
					throw new IOException("The server has closed a connection");
				}
				// it was idle since its answer, while others still wait for theirs
				return false;
			}
			String text = new String(this.answer.array(), 0, this.answer.position(), StandardCharsets.ISO_8859_1);
			int head = text.indexOf("\r\n\r\n");
			if (head < 0 || !isComplete(text, head)) {
				return false;
			}
			this.endedAt = System.nanoTime();
			this.success = text.startsWith("HTTP/1.1 2");
			if (CLOSES.matcher(text.substring(0, head)).find()) {
				// the server ends a connection after some requests
				this.channel.close();
			}
			return true;
		}

		private static boolean isComplete(String text, int head) {
			Matcher length = LENGTH.matcher(text.substring(0, head));
			return length.find() ? text.length() >= head + 4 + Integer.parseInt(length.group(1))
					: text.endsWith("\r\n0\r\n\r\n");
		}

		double millis() {
			double millis = (this.endedAt - this.sentAt) / 1e6;
			return this.success ? millis : -millis;
		}

	}

}
