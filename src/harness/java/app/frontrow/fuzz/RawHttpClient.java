package app.frontrow.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import app.frontrow.fuzz.RawReply.Header;

/**
 * A client that sends any bytes and reads the answer as HTTP/1.1: for requests that a
 * well-behaved client refuses to send. Keeps its connection as long as it can be kept.
 */
public final class RawHttpClient implements Closeable {

	/** Nothing takes that long, on however busy a machine: it hangs. */
	private static final int HANGS_AFTER_MILLIS = 45_000;

	private final int port;

	private final String from;

	private Socket socket;

	private InputStream in;

	private RawHttpClient(int port, String from) {
		this.port = port;
		this.from = from;
	}

	/** A client of the instance at this port. */
	public static RawHttpClient to(int port) {
		return new RawHttpClient(port, "127.0.0.1");
	}

	/** The same from another address of the loopback, where the system has more. */
	RawHttpClient from(String address) {
		return new RawHttpClient(this.port, address);
	}

	/**
	 * Sends a request and reads the answer.
	 * @param last whether nothing follows it, which the server is told; the connection is
	 * not used again
	 * @throws AssertionError if no answer comes
	 */
	public RawReply send(byte[] request, boolean last) {
		try {
			boolean used = this.socket != null;
			RawReply reply = exchange(request, last);
			// the server may have closed a connection that was idle
			return (used && reply.status() == 0) ? exchange(request, last) : reply;
		}
		catch (SocketTimeoutException hangs) {
			close();
			throw new AssertionError("No answer within " + HANGS_AFTER_MILLIS + " ms", hangs);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/** Sends text; otherwise as the other. */
	public RawReply send(String request) {
		return send(request.getBytes(StandardCharsets.UTF_8), true);
	}

	/** Begins a request and does not go on. */
	void begin(String part) throws IOException {
		open();
		this.socket.getOutputStream().write(part.getBytes(StandardCharsets.UTF_8));
	}

	/** What the server says to a request that does not go on. */
	RawReply await() throws IOException {
		try {
			return read(false);
		}
		catch (EOFException | SocketException closed) {
			return RawReply.NONE;
		}
	}

	private RawReply exchange(byte[] request, boolean last) throws IOException {
		boolean head = request.length > 4 && new String(request, 0, 5, StandardCharsets.ISO_8859_1).equals("HEAD ");
		try {
			open();
			this.socket.getOutputStream().write(request);
			if (last) {
				this.socket.shutdownOutput();
			}
		}
		catch (SocketException refused) {
			// whoever is sent too much answers before the end, or closes
		}
		try {
			RawReply reply = read(head);
			if (last || "close".equals(reply.header("connection"))) {
				close();
			}
			return reply;
		}
		catch (EOFException | SocketException closed) {
			close();
			return RawReply.NONE;
		}
	}

	private void open() throws IOException {
		if (this.socket != null) {
			return;
		}
		this.socket = new Socket();
		this.socket.setTcpNoDelay(true);
		this.socket.setSoTimeout(HANGS_AFTER_MILLIS);
		try {
			this.socket.bind(new InetSocketAddress(this.from, 0));
		}
		catch (BindException oneAddress) {
			this.socket.close();
			this.socket = new Socket();
			this.socket.setSoTimeout(HANGS_AFTER_MILLIS);
		}
		this.socket.connect(new InetSocketAddress("127.0.0.1", this.port), HANGS_AFTER_MILLIS);
		this.in = new BufferedInputStream(this.socket.getInputStream());
	}

	private RawReply read(boolean head) throws IOException {
		int status;
		List<Header> headers = new ArrayList<>();
		do {
			headers.clear();
			String first = line();
			if (!first.matches("HTTP/1\\.1 \\d{3}( .*)?")) {
				throw new AssertionError("Not an answer: " + first);
			}
			status = Integer.parseInt(first.substring(9, 12));
			for (String line = line(); !line.isEmpty(); line = line()) {
				int colon = line.indexOf(':');
				headers.add(new Header(line.substring(0, colon).toLowerCase(Locale.ROOT),
						line.substring(colon + 1).strip()));
			}
		}
		while (status < 200);
		RawReply reply = new RawReply(status, List.copyOf(headers), "");
		boolean empty = head || status == 204 || status == 304;
		return empty ? reply : new RawReply(status, reply.headers(), new String(body(reply), StandardCharsets.UTF_8));
	}

	private byte[] body(RawReply reply) throws IOException {
		if ("chunked".equals(reply.header("transfer-encoding"))) {
			ByteArrayOutputStream body = new ByteArrayOutputStream();
			int size = Integer.parseInt(line(), 16);
			while (size > 0) {
				body.write(this.in.readNBytes(size));
				line();
				size = Integer.parseInt(line(), 16);
			}
			line();
			return body.toByteArray();
		}
		String length = reply.header("content-length");
		if (length != null) {
			return this.in.readNBytes(Integer.parseInt(length));
		}
		byte[] rest = this.in.readAllBytes();
		close();
		return rest;
	}

	private String line() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		int read = this.in.read();
		while (read != '\n') {
			if (read < 0) {
				throw new EOFException();
			}
			line.write(read);
			read = this.in.read();
		}
		return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
	}

	@Override
	public void close() {
		try {
			if (this.socket != null) {
				this.socket.close();
			}
		}
		catch (IOException alreadyGone) {
			// as it should be
		}
		this.socket = null;
	}

}
