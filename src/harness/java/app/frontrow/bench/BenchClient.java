package app.frontrow.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests to one server, each on the thread of its caller. The client shares the
 * machine with the server, so it is the platform's simplest: one that hands each request
 * to threads of its own takes as much time as the server.
 */
final class BenchClient {

	private static final JsonMapper JSON = new JsonMapper();

	private static final int FAILURES_TOLD = 10;

	private static final int CONNECT_MILLIS = 10_000;

	private static final int READ_MILLIS = 90_000;

	static {
		// as many connections stay open as there are threads, and nothing is sent twice
		System.setProperty("http.maxConnections", "512");
		System.setProperty("sun.net.http.retryPost", "false");
	}

	private final String base;

	private final AtomicInteger told = new AtomicInteger();

	BenchClient(String base) {
		this.base = base;
	}

	Reply get(BenchRequest request) {
		return send("GET", request.path(), request.headers(), null);
	}

	Reply post(String path, Map<String, String> headers, Object body) {
		return send("POST", path, headers, body);
	}

	/** Sends a body as JSON; none if it is null. */
	Reply send(String method, String path, Map<String, String> headers, Object body) {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create(this.base + path).toURL().openConnection();
			connection.setConnectTimeout(CONNECT_MILLIS);
			connection.setReadTimeout(READ_MILLIS);
			connection.setRequestMethod(method);
			connection.setInstanceFollowRedirects(false);
			headers.forEach(connection::setRequestProperty);
			if (!method.equals("GET") && !method.equals("DELETE")) {
				write(connection, (body != null) ? JSON.writeValueAsBytes(body) : new byte[0]);
			}
			int status = connection.getResponseCode();
			Reply reply = new Reply(method + " " + path, status, body(connection, status),
					connection.getHeaderField("ETag"));
			if (!reply.isSuccess() && this.told.incrementAndGet() <= FAILURES_TOLD) {
				System.err.println(reply.describe());
			}
			return reply;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(HttpURLConnection connection, byte[] body) throws IOException {
		if (body.length > 0) {
			connection.setRequestProperty("Content-Type", "application/json");
		}
		connection.setDoOutput(true);
		connection.setFixedLengthStreamingMode(body.length);
		connection.getOutputStream().write(body);
		connection.getOutputStream().close();
	}

	/** Read to its end, so that the connection can be used again. */
	private static String body(HttpURLConnection connection, int status) throws IOException {
		try (InputStream body = (status >= 400) ? connection.getErrorStream() : connection.getInputStream()) {
			return (body != null) ? new String(body.readAllBytes(), StandardCharsets.UTF_8) : "";
		}
	}

	/** An answer. */
	record Reply(String request, int status, String body, String tag) {

		/** Whether it is what was asked for, or says that nothing has changed since. */
		boolean isSuccess() {
			return (this.status >= 200 && this.status < 300) || this.status == 304;
		}

		String describe() {
			return this.request + " answered " + this.status + ": " + this.body;
		}

		/** This answer if it is a success. */
		Reply expectSuccess() {
			if (!isSuccess()) {
				throw new IllegalStateException(describe());
			}
			return this;
		}

		JsonNode json() {
			return JSON.readTree(this.body);
		}

		String text(String field) {
			return json().get(field).asString();
		}

	}

}
