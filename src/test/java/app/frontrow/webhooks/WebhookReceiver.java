package app.frontrow.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A program that is told of events.
 */
final class WebhookReceiver implements AutoCloseable {

	private final List<Message> messages = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	/** The status to answer with; 0 for no answer at all. */
	volatile int status;

	WebhookReceiver(int status) {
		this.status = status;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		this.server.setExecutor(Executors.newCachedThreadPool());
		this.server.createContext("/hook", this::receive);
		this.server.start();
	}

	private void receive(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.messages.add(new Message(exchange.getRequestHeaders().getFirst("webhook-id"),
				Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
				exchange.getRequestHeaders().getFirst("webhook-signature"), body));
		if (this.status != 0) {
			byte[] answer = ("answer " + "x".repeat(5_000)).getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(this.status, answer.length);
			try (exchange) {
				exchange.getResponseBody().write(answer);
			}
			catch (IOException cut) {
				// the product reads the beginning alone
			}
		}
	}

	String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/hook";
	}

	/** The messages that contain this text. */
	List<Message> about(String text) {
		return this.messages.stream().filter((message) -> message.body().contains(text)).toList();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	record Message(String id, long timestamp, String signature, String body) {

		String type() {
			return this.body.replaceAll(".*\"type\":\"([^\"]+)\".*", "$1");
		}

	}

}
