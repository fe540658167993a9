package app.frontrow.operations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A collector of OpenTelemetry on loopback. It keeps what instances send and does not
 * decode it.
 */
final class SpanCollector implements AutoCloseable {

	private final HttpServer server;

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	SpanCollector() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		this.server.createContext("/v1/traces", this::receive);
		this.server.start();
	}

	/** Where an instance sends its spans. */
	String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/v1/traces";
	}

	/**
	 * All that has come, as text. Names and values are readable between the other bytes.
	 */
	synchronized String text() {
		return this.received.toString(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void receive(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		synchronized (this) {
			this.received.write(body);
		}
		exchange.sendResponseHeaders(200, -1);
		exchange.close();
	}

}
