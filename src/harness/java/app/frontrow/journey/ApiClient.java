package app.frontrow.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.awaitility.Awaitility.await;

/**
 * A client of the JSON API as somebody outside would write it: it knows paths, headers
 * and bodies, and nothing of the code behind them. Every answer is held against the
 * OpenAPI document. Immutable: {@code with…} gives another one.
 */
public final class ApiClient {

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient http;

	private final String base;

	private final Map<String, String> headers;

	private final Duration patience;

	private final boolean checked;

	private ApiClient(HttpClient http, String base, Map<String, String> headers, Duration patience, boolean checked) {
		this.http = http;
		this.base = base;
		this.headers = headers;
		this.patience = patience;
		this.checked = checked;
	}

	/** A client of the instance at this port, without a log-in. */
	public static ApiClient at(int port) {
		return at(HTTP, "http://127.0.0.1:" + port);
	}

	/** A client of the product at this address, without a log-in. */
	public static ApiClient at(HttpClient http, String base) {
		return new ApiClient(http, base, Map.of(), Duration.ofSeconds(60), true);
	}

	/** The same client, talking to another instance. */
	public ApiClient on(int port) {
		return new ApiClient(this.http, "http://127.0.0.1:" + port, this.headers, this.patience, this.checked);
	}

	/** The same client, talking to the product at another address. */
	public ApiClient on(HttpClient other, String address) {
		return new ApiClient(other, address, this.headers, this.patience, this.checked);
	}

	/** The same client, waiting no longer than this for an answer. */
	public ApiClient within(Duration longest) {
		return new ApiClient(this.http, this.base, this.headers, longest, this.checked);
	}

	/** The same client; its answers are not held against the document of this release. */
	public ApiClient ofAnyRelease() {
		return new ApiClient(this.http, this.base, this.headers, this.patience, false);
	}

	/** The same client with another header; without it if the value is null. */
	public ApiClient with(String header, String value) {
		Map<String, String> changed = new LinkedHashMap<>(this.headers);
		if (value == null) {
			changed.remove(header);
		}
		else {
			changed.put(header, value);
		}
		return new ApiClient(this.http, this.base, changed, this.patience, this.checked);
	}

	/** The value of a header that this client sends, or null. */
	public String header(String name) {
		return this.headers.get(name);
	}

	/** The same client with this queue token. */
	public ApiClient withQueueToken(String token) {
		return with("Queue-Token", token);
	}

	/** Signs up a new member with a made-up name and logs them in. */
	public ApiClient signUpAndLogIn() {
		String username = "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
		post("/api/v1/members", Map.of("username", username, "password", "correct horse", "displayName", "김하늘 🎫"))
			.expect(201);
		return logIn(username, "correct horse");
	}

	/** Logs a member in. */
	public ApiClient logIn(String username, String password) {
		Answer session = post("/api/v1/sessions", Map.of("username", username, "password", password)).expect(201);
		return with("Authorization", "Bearer " + session.text("accessToken"));
	}

	/** Takes a place in the concert's queue. */
	public Answer join(long concert) {
		return post("/api/v1/concerts/" + concert + "/queue-tokens", null);
	}

	/** The same client with the queue token of its place, once that lets it in. */
	public ApiClient comeIn(long concert) {
		Answer joined = join(concert);
		ApiClient inside = withQueueToken(joined.text("queueToken"));
		if (!"ADMITTED".equals(joined.text("status"))) {
			await().until(() -> inside.status().equals("ADMITTED"));
		}
		return inside;
	}

	/**
	 * The same client with the queue token of a new place, whether or not it is let in.
	 */
	public ApiClient queue(long concert) {
		return withQueueToken(join(concert).expect(201).text("queueToken"));
	}

	/** Where this client's place stands. */
	public Answer place() {
		return get("/api/v1/queue-tokens/current");
	}

	/** The status of this client's place. */
	public String status() {
		return place().expect(200).text("status");
	}

	/** Gives the place up. */
	public Answer leave() {
		return delete("/api/v1/queue-tokens/current");
	}

	/** The shows of a concert. */
	public Answer shows(long concert) {
		return get("/api/v1/concerts/" + concert + "/shows");
	}

	/** The id of the first show of a concert. */
	public long firstShow(long concert) {
		return shows(concert).expect(200).number("/0/id");
	}

	/** The seats of a show. */
	public Answer seats(long show) {
		return get("/api/v1/shows/" + show + "/seats");
	}

	/** Holds seats. */
	public Answer hold(long show, Integer... seats) {
		return post("/api/v1/reservations", Map.of("showId", show, "seatNumbers", List.of(seats)));
	}

	/** Tops up the balance. */
	public Answer charge(long amount) {
		return post("/api/v1/wallet/charges", Map.of("amount", amount));
	}

	/** Pays a reservation. */
	public Answer pay(String reservationId) {
		return post("/api/v1/payments", Map.of("reservationId", reservationId));
	}

	/** Gives a reservation up, or back. */
	public Answer cancel(String reservationId) {
		return delete("/api/v1/reservations/" + reservationId);
	}

	/** The balance in won. */
	public long balance() {
		return get("/api/v1/wallet").expect(200).number("balance");
	}

	/** GET. */
	public Answer get(String path) {
		return send("GET", path, null);
	}

	/** DELETE. */
	public Answer delete(String path) {
		return send("DELETE", path, null);
	}

	/** POST with a body as JSON; a string goes as it is. */
	public Answer post(String path, Object body) {
		return send("POST", path, body);
	}

	/** PUT with a body as JSON. */
	public Answer put(String path, Object body) {
		return send("PUT", path, body);
	}

	/** Any method. */
	public Answer send(String method, String path, Object body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path)).timeout(this.patience);
		this.headers.forEach(request::header);
		if (body == null) {
			request.method(method, BodyPublishers.noBody());
		}
		else {
			if (!this.headers.containsKey("Content-Type")) {
				request.header("Content-Type", "application/json");
			}
			request.method(method,
					BodyPublishers.ofString((body instanceof String text) ? text : JSON.writeValueAsString(body)));
		}
		try {
			HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
			if (this.checked) {
				ApiContract.check(this.http, this.base, method, path, response);
			}
			return new Answer(method + " " + path, response);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

	/**
	 * What the server answered.
	 */
	public record Answer(String request, HttpResponse<String> response) {

		/** The HTTP status. */
		public int status() {
			return this.response.statusCode();
		}

		/** A header, or null. */
		public String header(String name) {
			return this.response.headers().firstValue(name).orElse(null);
		}

		/** The body as JSON. */
		public JsonNode json() {
			return JSON.readTree(this.response.body());
		}

		/** A member of the body as text; null if it is null. */
		public String text(String pointer) {
			JsonNode node = json().at(pointer.startsWith("/") ? pointer : "/" + pointer);
			return node.isNull() || node.isMissingNode() ? null : node.asString();
		}

		/** A member of the body as a number. */
		public long number(String pointer) {
			return json().at(pointer.startsWith("/") ? pointer : "/" + pointer).longValue();
		}

		/** This answer if it has that status. */
		public Answer expect(int status) {
			if (status() != status) {
				throw new AssertionError(
						this.request + " answered " + status() + ", not " + status + ": " + this.response.body());
			}
			return this;
		}

		/** This answer if it is that problem, in the shape that every problem has. */
		public Answer expectProblem(int status, String code) {
			expect(status);
			String type = Objects.requireNonNull(header("Content-Type"), "no content type");
			if (!type.startsWith("application/problem+json") || !code.equals(text("code"))
					|| !("urn:frontrow:problem:" + code).equals(text("type")) || number("status") != status
					|| text("title") == null || text("detail") == null || text("instance") == null) {
				throw new AssertionError(this.request + " is not the problem " + code + ": " + this.response.body());
			}
			return this;
		}

	}

}
