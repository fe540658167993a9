package app.frontrow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests to one server.
 */
final class BenchClient {

	private static final JsonMapper JSON = new JsonMapper();

	private static final int FAILURES_TOLD = 10;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(10))
		.build();

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
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.timeout(Duration.ofSeconds(60));
		headers.forEach(request::header);
		if (body != null) {
			request.header("Content-Type", "application/json");
		}
		request.method(method,
				(body != null) ? BodyPublishers.ofString(JSON.writeValueAsString(body)) : BodyPublishers.noBody());
		try {
			HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
			Reply reply = new Reply(method + " " + path, response.statusCode(), response.body(),
					response.headers().firstValue("ETag").orElse(null));
			if (!reply.isSuccess() && this.told.incrementAndGet() <= FAILURES_TOLD) {
				System.err.println(reply.describe());
			}
			return reply;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
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
