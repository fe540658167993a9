package app.frontrow.fuzz;

import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import app.frontrow.RunningProduct;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.PageClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static javax.xml.parsers.DocumentBuilderFactory.newDefaultNSInstance;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is typed into the product comes out as the text it is: markup, template
 * expressions, quotes, signs that turn the writing round. And no address that somebody
 * sends leads out of the site.
 */
@RunningProduct
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypedMarkupIT {

	/** Fits into every field but the shortest. */
	private static final String TYPED = "<script>\"'{{7*7}}[[${7*7}]]🎫";

	/** Fits into those. */
	private static final String SHORT = "<b>\"'{{7*7}}";

	private static final Pattern UNESCAPED = Pattern.compile("(?<!&lt;(script|b)&gt;&quot;&#39;)\\{\\{7");

	@LocalServerPort
	private int port;

	private ApiClient office;

	private long concert;

	private PageClient member;

	@BeforeAll
	void everythingIsTypedSomewhere(@LocalServerPort int listening, @Autowired JdbcClient jdbc) {
		this.office = new MemberFixture(jdbc, listening).admin();
		Map<String, Object> body = new HashMap<>(ConcertFixture.body(TYPED, 1));
		body.putAll(Map.of("artist", TYPED, "venue", TYPED, "description", TYPED + "\n" + TYPED, "prices",
				List.of(Map.of("grade", SHORT, "fromSeat", 1, "toSeat", 50, "price", 1000))));
		this.concert = this.office.post("/api/v1/concerts", body).expect(201).number("id");
		this.member = PageClient.at(listening);
		Map<String, String> form = PageClient.form(this.member.get("/signup"), "/signup");
		form.putAll(Map.of("username", newName(), "displayName", TYPED, "password", "correct horse"));
		assertThat(location(this.member.post("/signup", form))).isEqualTo("/me/account/recovery-codes");
		assertText(this.member.get("/"));
		assertText(this.member.get("/me/account"));
	}

	@Test
	void markupIsEscapedOnEveryPageOfABooking() {
		String here = "/concerts/" + this.concert;
		assertText(this.member.get(here));
		assertText(this.member.get("/?q=" + encoded("<script>\"'{{7*7}}")));
		this.member.post(here + "/queue", PageClient.form(this.member.get(here), here + "/queue"));
		HttpResponse<String> shows = this.member.get(here + "/shows");
		assertText(shows);
		String seats = shows.body().replaceAll("(?s).*href=\"(/shows/\\d+/seats)\".*", "$1");
		HttpResponse<String> hall = this.member.get(seats);
		assertText(hall);
		Map<String, String> hold = PageClient.form(hall, "/reservations");
		hold.put("seatNumbers", "1");
		String order = location(this.member.post("/reservations", hold));
		HttpResponse<String> checkout = this.member.get(order);
		assertText(checkout);
		Map<String, String> charge = PageClient.form(checkout, "/me/wallet/charges");
		charge.put("amount", TYPED);
		assertText(this.member.get(location(this.member.post("/me/wallet/charges", charge))));
		String back = charge.remove("returnTo");
		assertText(this.member.post("/me/wallet/charges", charge));
		charge.put("returnTo", back);
		charge.put("amount", "1000");
		this.member.post("/me/wallet/charges", charge);
		assertText(this.member.get("/me/reservations"));
		assertThat(location(this.member.post(order + "/pay", PageClient.form(checkout, order + "/pay"))))
			.isEqualTo(order);
		assertText(this.member.get(order));
		assertText(this.member.get("/me/reservations"));
		assertText(this.member.get("/me/wallet"));
		assertText(this.member.get(here + "/queue"));
		assertText(this.member.get(here + "/draw"));
		assertText(this.member.get("/concerts/" + encoded(TYPED)));
	}

	@Test
	void markupIsEscapedInRefusedForms() {
		PageClient visitor = PageClient.at(this.port);
		Map<String, String> signup = PageClient.form(visitor.get("/signup"), "/signup");
		signup.putAll(Map.of("username", TYPED, "displayName", TYPED + "x".repeat(40), "password", TYPED));
		HttpResponse<String> refused = visitor.post("/signup", signup);
		assertText(refused);
		assertThat(refused.statusCode()).isEqualTo(400);
		Map<String, String> login = PageClient.form(visitor.get("/login"), "/login");
		login.putAll(Map.of("username", TYPED, "password", TYPED));
		assertText(visitor.post("/login", login));
	}

	@Test
	void markupIsEscapedOnThePoster() throws Exception {
		HttpResponse<String> poster = this.member.get("/concerts/" + this.concert + "/poster.svg");
		assertThat(poster.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
		assertThat(poster.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(poster.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'self'");
		Document drawn = newDefaultNSInstance().newDocumentBuilder()
			.parse(new InputSource(new StringReader(poster.body())));
		assertThat(drawn.getElementsByTagName("script").getLength() + drawn.getElementsByTagName("b").getLength())
			.isZero();
		assertThat(drawn.getDocumentElement().getTextContent()).contains("<script>");
	}

	@Test
	void markupInJsonIsEscapedAsJson() {
		for (String path : List.of("/concerts/" + this.concert, "/concerts?q=" + encoded(TYPED),
				"/members?q=" + encoded("<script>"))) {
			Answer answer = this.office.with("Accept", "text/html, */*;q=0.1").get("/api/v1" + path).expect(200);
			assertThat(answer.header("Content-Type")).isEqualTo("application/json");
			assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
			assertThat(answer.json().toString()).contains("<script>");
		}
		Answer refused = this.office.with("Idempotency-Key", "<script>")
			.with("Accept-Language", "<script>")
			.post("/api/v1/wallet/charges", Map.of("<script>", TYPED, "amount", TYPED));
		assertThat(refused.expectProblem(400, "validation-failed").response().body()).doesNotContain("<script>");
	}

	@Test
	void unreadableTextIsRefused() {
		for (String broken : List.of("\\u0000", "\\ud800", "\\uffff", "\\u001b[31m")) {
			String body = "{\"username\":\"" + newName() + "\",\"password\":\"correct horse\",\"displayName\":\"a"
					+ broken + "\"}";
			this.office.post("/api/v1/members", body).expectProblem(400, "validation-failed");
			String concert = new tools.jackson.databind.json.JsonMapper()
				.writeValueAsString(ConcertFixture.body("@", 1));
			this.office.post("/api/v1/concerts", concert.replace("@", "a" + broken + "b"))
				.expectProblem(400, "validation-failed");
		}
	}

	@Test
	void timeOutsideTheCalendarIsRefused() {
		for (String time : List.of(Instant.MAX.toString(), Instant.MIN.toString(), "9999-12-31T23:59:59Z")) {
			Map<String, Object> body = new HashMap<>(ConcertFixture.body("달력 너머", 1));
			body.put("shows", List.of(Map.of("startsAt", time)));
			this.office.post("/api/v1/concerts", body).expectProblem(400, "validation-failed");
			body = new HashMap<>(ConcertFixture.body("달력 너머", 1));
			body.put("salesOpenAt", time);
			this.office.post("/api/v1/concerts", body).expectProblem(400, "validation-failed");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "https://evil.example/", "/\\evil.example", "/\r\nSet-Cookie: a=b",
			"/\t/evil.example", "javascript:alert(1)", "/{x}", "", "/\u0000", "evil.example", "\\\\evil.example",
			"/\u2028/x" })
	void languageSwitchRedirectsOnlyWithinTheSite(String returnTo) {
		PageClient visitor = PageClient.at(this.port);
		Map<String, String> form = PageClient.form(visitor.get("/"), "/language");
		form.putAll(Map.of("language", "ko", "returnTo", returnTo));
		HttpResponse<String> answer = visitor.post("/language", form);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(location(answer)).matches("/([^/\\\\].*)?");
		assertThat(answer.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.startsWith("a="));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/", "//evil.example/", "http://127.0.0.1.evil.example/",
			"javascript:alert(1)", "http://[", "{x}", "/me/wallet" })
	void logInRedirectsOnlyWithinTheSite(String wish) {
		String username = newName();
		ApiClient.at(this.port)
			.post("/api/v1/members", Map.of("username", username, "password", "correct horse", "displayName", "미나"))
			.expect(201);
		try (RawHttpClient wire = RawHttpClient.to(this.port)) {
			RawReply page = wire.send("GET /login HTTP/1.1\r\nHost: 127.0.0.1:" + this.port + "\r\n\r\n");
			String token = page.body().replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]*)\".*", "$1");
			String form = "username=" + username + "&password=correct+horse&_csrf=" + encoded(token);
			String cookies = page.all("set-cookie")
				.stream()
				.map((cookie) -> cookie.replaceFirst(";.*", "; "))
				.reduce("", String::concat);
			RawReply reply = wire.send("POST /login HTTP/1.1\r\nHost: 127.0.0.1:" + this.port + "\r\nCookie: " + cookies
					+ "REDIRECT_URI=" + Base64.getEncoder().encodeToString(wish.getBytes(StandardCharsets.UTF_8))
					+ "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
					+ "\r\n\r\n" + form);
			assertThat(reply.status()).isEqualTo(302);
			assertThat(reply.header("location")).doesNotContain("evil", "alert")
				.matches("(http://127\\.0\\.0\\.1:" + this.port + ")?/([^/].*)?");
		}
	}

	/** JSON-LD is text of its own, in which no sign begins a tag. */
	private static void assertText(HttpResponse<String> page) {
		assertThat(page.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("text/html;charset=UTF-8");
		assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		String html = page.body().replaceFirst("<script type=\"application/ld\\+json\">[^<]*</script>", "");
		assertThat(html).as(page.uri().toString())
			.contains("{{7*7}}")
			.doesNotContainPattern(UNESCAPED)
			.doesNotContain("<script>", "{{49}}", "[[49]]");
	}

	private static String newName() {
		return "m" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
	}

	private static String location(HttpResponse<String> answer) {
		URI location = URI.create(answer.headers().firstValue("Location").orElseThrow());
		assertThat(location.getHost()).isIn(null, "127.0.0.1", "localhost");
		return location.getPath();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
