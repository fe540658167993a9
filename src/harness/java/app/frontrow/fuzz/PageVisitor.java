package app.frontrow.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.frontrow.journey.ApiClient;

/**
 * Somebody with a browser: cookies and the token that each form carries.
 */
final class PageVisitor {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");

	private final RawHttpClient wire;

	private final int port;

	private final Map<String, String> cookies = new TreeMap<>();

	private String token = "";

	PageVisitor(int port) {
		this.wire = RawHttpClient.to(port);
		this.port = port;
		look("/login");
	}

	/** Logs in as a new member and joins the concert. */
	PageVisitor comeIn(long concert) {
		String username = "v" + UUID.randomUUID().toString().substring(0, 8);
		ApiClient.at(this.port)
			.post("/api/v1/members", Map.of("username", username, "password", "correct horse", "displayName", "미나"))
			.expect(201);
		post("/login", "username=" + username + "&password=correct+horse");
		look("/me/wallet");
		post("/concerts/" + concert + "/queue", "");
		look("/concerts/" + concert);
		return this;
	}

	/** What the browser sends along. */
	String cookies() {
		return this.cookies.entrySet()
			.stream()
			.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
			.reduce((one, other) -> one + "; " + other)
			.orElse("");
	}

	/** What a form carries, encoded. */
	String token() {
		return URLEncoder.encode(this.token, StandardCharsets.UTF_8);
	}

	/** Whether the browser is still logged in. */
	boolean isLoggedIn() {
		return send("GET /me/wallet HTTP/1.1\r\n", "").status() == 200;
	}

	private void look(String path) {
		RawReply page = send("GET " + path + " HTTP/1.1\r\n", "");
		Matcher found = TOKEN.matcher(page.body());
		if (found.find()) {
			this.token = found.group(1);
		}
	}

	private void post(String path, String form) {
		String body = form + "&_csrf=" + token();
		send("POST " + path + " HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
				+ body.length() + "\r\n", body);
	}

	private RawReply send(String head, String body) {
		RawReply reply = this.wire
			.send(head + "Host: 127.0.0.1\r\nAccept: text/html\r\nCookie: " + cookies() + "\r\n\r\n" + body);
		for (String cookie : reply.all("set-cookie")) {
			String[] pair = cookie.replaceFirst(";.*", "").split("=", 2);
			this.cookies.put(pair[0], pair[1]);
		}
		return reply;
	}

}
