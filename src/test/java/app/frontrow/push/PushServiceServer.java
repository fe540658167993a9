package app.frontrow.push;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A push service on loopback. It checks who calls, and hands each message to the browser
 * that it is for, which decrypts it.
 */
final class PushServiceServer implements AutoCloseable {

	private final HttpServer server;

	private final Map<String, TestBrowser> browsers = new ConcurrentHashMap<>();

	private final List<Message> messages = new CopyOnWriteArrayList<>();

	private final AtomicInteger toBreak = new AtomicInteger();

	private volatile int status = 201;

	PushServiceServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException failure) {
			throw new IllegalStateException(failure);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String origin() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/** Lets all following calls be answered with this status. */
	void answerWith(int code) {
		this.status = code;
	}

	/**
	 * Closes so many connections without an answer, in turn before and after the service
	 * has the message.
	 */
	void breakConnections(int times) {
		this.toBreak.set(times);
	}

	int connectionsToBreak() {
		return Math.max(0, this.toBreak.get());
	}

	TestBrowser newBrowser() {
		TestBrowser browser = new TestBrowser(origin());
		this.browsers.put(browser.path(), browser);
		return browser;
	}

	/** What was delivered to this browser. */
	List<Message> messagesOf(TestBrowser browser) {
		return messages(browser.path());
	}

	List<Message> messages(String path) {
		return this.messages.stream().filter((message) -> message.path().equals(path)).toList();
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		byte[] body = exchange.getRequestBody().readAllBytes();
		int broken = this.toBreak.getAndDecrement();
		if (broken > 0 && broken % 2 == 1) {
			exchange.close();
			return;
		}
		Map<String, String> headers = Map.of("topic", exchange.getRequestHeaders().getFirst("Topic"), "ttl",
				exchange.getRequestHeaders().getFirst("TTL"), "urgency",
				exchange.getRequestHeaders().getFirst("Urgency"), "authorization",
				exchange.getRequestHeaders().getFirst("Authorization"));
		if (this.status < 300) {
			this.messages.add(new Message(path, this.browsers.get(path).decrypt(body), headers));
		}
		if (broken <= 0) {
			exchange.sendResponseHeaders(this.status, -1);
		}
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * A delivered message.
	 */
	record Message(String path, String text, Map<String, String> headers) {
	}

}
