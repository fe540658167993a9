package app.frontrow.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import app.frontrow.RunningProduct;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.MemberFixture;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that are too large, too many-parted or too slow end calmly: in a problem or a
 * page where the product sees them, and in words that tell nothing where the container
 * answers alone.
 */
@RunningProduct
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestSizeIT {

	private static final String CHARGES = "/api/v1/wallet/charges";

	private int port;

	private ApiClient member;

	private RawHttpClient wire;

	@BeforeAll
	void aMember(@LocalServerPort int listening, @Autowired JdbcClient jdbc) {
		this.port = listening;
		this.member = new MemberFixture(jdbc, listening).member();
		this.wire = RawHttpClient.to(listening);
	}

	@Test
	void bodyHasALimit() {
		this.member.post(CHARGES, padded(100_000)).expect(201);
		this.member.post(CHARGES, padded(200_000)).expectProblem(400, "malformed-request");
		this.member.post(CHARGES, padded(5_000_000)).expectProblem(400, "malformed-request");
	}

	@Test
	void jsonDepthHasALimit() {
		this.member.post(CHARGES, nested(15)).expect(201);
		this.member.post(CHARGES, nested(30)).expectProblem(400, "malformed-request");
		this.member.post(CHARGES, nested(20_000)).expectProblem(400, "malformed-request");
	}

	@Test
	void numberLengthHasALimit() {
		this.member.post(CHARGES, "{\"amount\":1" + "0".repeat(40) + "}").expectProblem(400, "validation-failed");
		this.member.post(CHARGES, "{\"amount\":1" + "0".repeat(90_000) + "}").expectProblem(400, "malformed-request");
	}

	@Test
	void numberOfQueryParametersHasALimit() {
		String parts = IntStream.range(0, 1000).mapToObj((part) -> "a=" + part).collect(Collectors.joining("&"));
		this.member.get("/api/v1/concerts?" + parts).expectProblem(400, "malformed-request");
		RawReply page = get("/?" + parts);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.type()).isEqualTo("text/html");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login", "/signup", "/language" })
	void formHasALimit(String path) {
		String form = "username=" + "x".repeat(300_000);
		RawReply reply = this.wire.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
				+ form);
		assertThat(reply.status()).isBetween(400, 499);
		assertThat(reply.body()).contains("data-testid=\"error-code\"");
	}

	@Test
	void multipartFormIsRefused() {
		String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nx\r\n--x--\r\n";
		String tail = " HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: "
				+ part.length() + "\r\n\r\n" + part;
		assertThat(this.wire.send("POST /signup" + tail).status()).isEqualTo(403);
		RawReply reply = this.wire.send("POST /api/v1/members" + tail);
		assertThat(reply.status()).isEqualTo(415);
		assertThat(reply.body()).contains("unsupported-media-type");
	}

	@Test
	void traceIsRefused() {
		RawReply reply = this.wire.send("TRACE /api/v1/concerts HTTP/1.1\r\nHost: localhost\r\nX-Secret: hush\r\n\r\n");
		assertThat(reply.status()).isEqualTo(405);
		assertSilent(reply);
		assertThat(reply.body()).doesNotContain("hush");
	}

	@ParameterizedTest
	@ValueSource(strings = { "NONSENSE\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
			"GET / http/1.1\r\nHost: localhost\r\n\r\n", "GET /<script> HTTP/1.1\r\nHost: localhost\r\n\r\n",
			"GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
			"GET / HTTP/1.1\r\nHost: <b>\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
			"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: nonsense\r\n\r\n",
			"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
			"\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n" })
	void invalidRequestGetsOnlyAStatus(String nonsense) {
		RawReply reply = this.wire.send(nonsense);
		assertThat(reply.status()).isIn(0, 400, 501, 505);
		assertSilent(reply);
	}

	/** Whoever is answered is told what not to do with it. */
	@ParameterizedTest
	@ValueSource(strings = { "GET /\r\n", "GET /\n", "GET /\r\n\r\n", "GET /login\n\n", "GET /api/v1/concerts\r\n",
			"GET / HTTP/1.1\nHost: localhost\n\n", "GET / HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n",
			"GET / HTTP/1.0\r\n\r\n", "\n\nGET /\n", "GET / HTTP/1.1\r\nHost: localhost\r\nBad header\r\n\r\n" })
	@ProvesRule(rule = "The server's own answers have the protective headers", guard = "ContainerErrorValve.invoke",
			brokenBy = "leaving out the look at the protocol")
	void everyBodyHasTheSecurityHeaders(String request) {
		RawReply reply = this.wire.send(request);
		assertSilent(reply);
		if (!reply.body().isEmpty()) {
			assertThat(reply.header("content-security-policy")).contains("frame-ancestors 'none'");
			assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
		}
	}

	@Test
	void headersHaveALimit() {
		assertThat(get("/", "X-Long", "x".repeat(12_000)).status()).isEqualTo(200);
		RawReply tooLong = get("/", "X-Long", "x".repeat(40_000));
		assertThat(tooLong.status()).isEqualTo(400);
		assertSilent(tooLong);
		RawReply longPath = get("/" + "x".repeat(40_000));
		assertThat(longPath.status()).isEqualTo(400);
		assertSilent(longPath);
		String many = IntStream.range(0, 500).mapToObj((at) -> "X-" + at + ": x\r\n").collect(Collectors.joining());
		RawReply tooMany = this.wire.send("GET / HTTP/1.1\r\nHost: localhost\r\n" + many + "\r\n");
		assertThat(tooMany.status()).isEqualTo(400);
		assertSilent(tooMany);
	}

	@Test
	void tooLongReturnAddressIsIgnored() {
		RawReply reply = get("/me/reservations?page=" + "1".repeat(12_000));
		assertThat(reply.status()).isEqualTo(302);
		assertThat(reply.header("location")).endsWith("/login");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Accept", "Accept-Language", "Idempotency-Key", "Queue-Token" })
	@ProvesRule(rule = "A header that cannot be read is refused with a problem", guard = "ReaderLocaleResolver",
			brokenBy = "leaving out the catch")
	@ProvesRule(rule = "A refusal of the firewall is answered with a problem",
			guard = "SecurityConfiguration.requestRejectedHandler", brokenBy = "leaving out the problem")
	void headerThatIsNotAsciiIsRefusedWithAProblem(String header) {
		RawReply reply = RawHttpClient.to(this.port)
			.send("GET /api/v1/wallet/entries?page=x HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
					+ this.member.header("Authorization") + "\r\n" + header + ": 한국어/x\r\n\r\n");

		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.body()).contains("urn:frontrow:problem:");
	}

	@Test
	void slowRequestIsClosedAndDelaysNobody() throws IOException {
		List<RawHttpClient> slow = new ArrayList<>();
		for (String part : List.of("", "GET / HTTP/1.1\r\nHost: loc", "GET / HTTP/1.1\r\nHost: localhost\r\n",
				"POST " + CHARGES + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: "
						+ this.member.header("Authorization") + "\r\nContent-Length: 14\r\n\r\n{\"amount\"",
				"POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
						+ "Content-Length: 14\r\n\r\nuser")) {
			for (int i = 0; i < 60; i++) {
				RawHttpClient one = RawHttpClient.to(this.port);
				one.begin(part);
				slow.add(one);
			}
		}
		this.member.get("/api/v1/wallet").expect(200);
		Map<Integer, Long> answers = slow.stream()
			.map(RequestSizeIT::leave)
			.collect(Collectors.groupingBy(RawReply::status, Collectors.counting()));
		assertThat(answers.keySet()).isSubsetOf(0, 400, 403, 408);
	}

	private static RawReply leave(RawHttpClient one) {
		try (one) {
			RawReply reply = one.await();
			assertSilent(reply);
			return reply;
		}
		catch (IOException failure) {
			throw new AssertionError("Nobody hung up", failure);
		}
	}

	private RawReply get(String target, String... header) {
		String more = (header.length > 0) ? header[0] + ": " + header[1] + "\r\n" : "";
		return this.wire
			.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n" + more + "\r\n");
	}

	private static void assertSilent(RawReply reply) {
		assertThat(reply.body() + reply.headers()).doesNotContainIgnoringCase("tomcat")
			.doesNotContainIgnoringCase("exception")
			.doesNotContain("java.", "org.", "Server");
	}

	private static String padded(int length) {
		return "{\"pad\":\"" + "x".repeat(length) + "\",\"amount\":1}";
	}

	private static String nested(int depth) {
		return "{\"pad\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"amount\":1}";
	}

}
