package app.frontrow.security.session;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import app.frontrow.RunningProduct;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.PageClient;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Log-ins from their beginning to their end, over both doors.
 */
@RunningProduct
class SessionsIT {

	private static final String PASSWORD = "correct horse";

	private static final String COOKIE = "frontrow-session";

	@LocalServerPort
	private int port;

	@Autowired
	private StringRedisTemplate redis;

	@Autowired
	private RedisConnectionFactory connections;

	private String username;

	private ApiClient program;

	private String memberId;

	@BeforeEach
	void aMemberWithAProgram() {
		this.program = ApiClient.at(this.port).signUpAndLogIn();
		Answer me = this.program.get("/api/v1/members/me").expect(200);
		this.username = me.text("username");
		this.memberId = me.text("id");
	}

	@Test
	void memberListsTheSessionsAndEndsOne() {
		ApiClient other = again();
		PageClient browser = browser();

		Answer list = this.program.get("/api/v1/sessions").expect(200);

		assertThat(list.json().findValuesAsString("kind")).containsExactlyInAnyOrder("PROGRAM", "PROGRAM", "BROWSER");
		assertThat(list.json().findValuesAsString("current")).containsExactlyInAnyOrder("true", "false", "false");
		assertThat(list.response().body()).doesNotContain(key(this.program), key(other), browser.cookie(COOKIE));
		this.program.delete("/api/v1/sessions/" + MemberSessionService.publicIdOf(key(other))).expect(204);
		other.get("/api/v1/wallet").expectProblem(401, "not-authenticated");
		this.program.delete("/api/v1/sessions/" + MemberSessionService.publicIdOf(key(other)))
			.expectProblem(404, "not-found");
		assertThat(this.program.get("/api/v1/sessions").json().size()).isEqualTo(2);
		assertThat(browser.get("/me/account").statusCode()).isEqualTo(200);
	}

	@Test
	void endingOtherSessionsKeepsThisOne() {
		ApiClient other = again();
		PageClient browser = browser();

		this.program.delete("/api/v1/sessions").expect(204);

		other.get("/api/v1/wallet").expectProblem(401, "not-authenticated");
		assertThat(browser.get("/me/account").statusCode()).isEqualTo(302);
		assertThat(this.program.get("/api/v1/sessions").expect(200).json().size()).isEqualTo(1);
	}

	@Test
	void foreignSessionIsNotFoundAndContinues() {
		ApiClient stranger = ApiClient.at(this.port).signUpAndLogIn();

		stranger.delete("/api/v1/sessions/" + MemberSessionService.publicIdOf(key(this.program)))
			.expectProblem(404, "not-found");
		PageClient page = PageClient.at(this.port).signUpAndLogIn();
		HttpResponse<String> account = page.get("/me/account");
		assertThat(page
			.post("/me/account/sessions/" + MemberSessionService.publicIdOf(key(this.program)) + "/end",
					PageClient.form(account, "/logout"))
			.statusCode()).isEqualTo(404);

		this.program.get("/api/v1/wallet").expect(200);
		assertThat(stranger.get("/api/v1/sessions").json().size()).isEqualTo(1);
	}

	@Test
	void accountPageEndsOtherSessions() {
		PageClient browser = browser();
		HttpResponse<String> account = browser.get("/me/account");
		String end = "/me/account/sessions/" + MemberSessionService.publicIdOf(key(this.program)) + "/end";

		assertThat(account.body()).contains("data-kind=\"PROGRAM\"", "data-current=\"true\"")
			.doesNotContain(key(this.program), browser.cookie(COOKIE));
		assertThat(browser.post(end, PageClient.form(account, end)).statusCode()).isEqualTo(302);
		this.program.get("/api/v1/wallet").expectProblem(401, "not-authenticated");

		PageClient second = browser();
		HttpResponse<String> again = browser.get("/me/account");
		browser.post("/me/account/sessions/end-others", PageClient.form(again, "/me/account/sessions/end-others"));
		assertThat(second.get("/me/account").statusCode()).isEqualTo(302);
		assertThat(browser.get("/me/account").statusCode()).isEqualTo(200);
	}

	@Test
	void newPasswordEndsOtherSessions() {
		PageClient browser = browser();
		PageClient other = browser();
		String before = browser.cookie(COOKIE);

		HttpResponse<String> refused = changePassword(browser, "not the old one", "battery staple");
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("currentPassword-error");
		this.program.get("/api/v1/wallet").expect(200);

		assertThat(changePassword(browser, PASSWORD, "battery staple").statusCode()).isEqualTo(302);

		this.program.get("/api/v1/wallet").expectProblem(401, "not-authenticated");
		assertThat(other.get("/me/account").statusCode()).isEqualTo(302);
		assertThat(browser.get("/me/account").statusCode()).isEqualTo(200);
		assertThat(browser.cookie(COOKIE)).isNotEqualTo(before);
		assertThat(PageClient.at(this.port).plant(COOKIE, before).get("/me/account").statusCode()).isEqualTo(302);
		ApiClient.at(this.port)
			.post("/api/v1/sessions", Map.of("username", this.username, "password", PASSWORD))
			.expectProblem(401, "bad-credentials");
		ApiClient.at(this.port).logIn(this.username, "battery staple").get("/api/v1/wallet").expect(200);
	}

	@Test
	void plantedSessionIdIsReplacedAtLogIn() {
		String planted = PageClient.at(this.port).signUpAndLogIn().cookie(COOKIE);
		PageClient victim = PageClient.at(this.port).plant(COOKIE, planted);

		victim.logIn(this.username, PASSWORD);

		assertThat(victim.cookie(COOKIE)).isNotEqualTo(planted);
		assertThat(victim.get("/me/account").statusCode()).isEqualTo(200);
		assertThat(PageClient.at(this.port).plant(COOKIE, planted).get("/me/account").statusCode()).isEqualTo(302);
		String unknown = "x".repeat(43);
		PageClient second = PageClient.at(this.port).plant(COOKIE, unknown);
		second.logIn(this.username, PASSWORD);
		assertThat(second.cookie(COOKIE)).isNotEqualTo(unknown);
		assertThat(this.redis.hasKey(stored(unknown))).isFalse();
	}

	@Test
	void logOutDeletesTheSessionAndItsIndexEntry() {
		PageClient browser = browser();
		String session = browser.cookie(COOKIE);
		assertThat(this.redis.opsForZSet().range(register(), 0, -1)).containsExactlyInAnyOrder(key(this.program),
				session);
		assertThat(this.redis.getExpire(register())).isBetween(1L, Duration.ofHours(8).toSeconds());

		browser.post("/logout", PageClient.form(browser.get("/"), "/logout"));
		assertThat(this.redis.hasKey(stored(session))).isFalse();
		this.program.delete("/api/v1/sessions/current").expect(204);

		assertThat(this.redis.hasKey(stored(key(this.program)))).isFalse();
		assertThat(this.redis.hasKey(register())).isFalse();
	}

	@Test
	void logInAnswersItsExpiry() {
		Answer session = ApiClient.at(this.port)
			.post("/api/v1/sessions", Map.of("username", this.username, "password", PASSWORD))
			.expect(201);

		Duration left = Duration.ofSeconds(this.redis.getExpire(stored(session.text("accessToken"))));
		assertThat(Duration.between(Instant.now(), Instant.parse(session.text("expiresAt"))).toSeconds())
			.isCloseTo(left.toSeconds(), within(60L));
	}

	@Test
	void usedSessionEndsAfterAWeek() {
		begun(Instant.now().minus(Duration.ofDays(7)).plusSeconds(120));
		Answer list = this.program.get("/api/v1/sessions").expect(200);
		assertThat(Instant.parse(list.text("/0/expiresAt"))).isBefore(Instant.now().plusSeconds(121));

		begun(Instant.now().minus(Duration.ofDays(7)).minusSeconds(1));

		this.program.get("/api/v1/wallet").expectProblem(401, "not-authenticated");
		assertThat(this.redis.hasKey(stored(key(this.program)))).isFalse();
	}

	@Test
	@ProvesRule(rule = "What a request writes to a session that has ended is not read as a session",
			guard = "SessionConfiguration.readSession", brokenBy = "leaving out the mapper")
	void sessionEndedDuringRequestIsNotReadAgain() {
		String token = "y".repeat(43);
		hashes().opsForHash().put(stored(token), "lastAccessedTime", Instant.now().toEpochMilli());

		ApiClient.at(this.port)
			.with("Authorization", "Bearer " + token)
			.get("/api/v1/wallet")
			.expectProblem(401, "not-authenticated");
		assertThat(this.redis.hasKey(stored(token))).isFalse();
	}

	/**
	 * A session of another release, or a damaged one: the member logs in again, or the
	 * value is missing.
	 */
	@ParameterizedTest
	@MethodSource("unreadable")
	@ProvesRule(rule = "A session of another release that cannot be read ends, and is not an error",
			guard = "SessionConfiguration.readSession",
			brokenBy = "leaving out ClassCastException, or one of the two conditions")
	void unreadableValueEndsTheSessionPolitely(String field, byte[] value) {
		PageClient browser = browser();
		put(key(this.program), field, value);
		put(browser.cookie(COOKIE), field, value);
		boolean isLoggedOut = !field.endsWith("device") && !field.endsWith("unknown");

		ApiClient other = again();
		assertThat(other.get("/api/v1/sessions").expect(200).json().size()).isPositive();
		assertThat(browser.get("/").statusCode()).isEqualTo(200);
		if (isLoggedOut) {
			this.program.get("/api/v1/wallet").expectProblem(401, "not-authenticated");
			assertThat(browser.get("/me/account").headers().firstValue("Location")).get().asString().contains("/login");
		}
		else {
			this.program.get("/api/v1/wallet").expect(200);
			this.program.get("/api/v1/sessions").expect(200);
			assertThat(browser.get("/me/account").statusCode()).isEqualTo(200);
		}
		other.delete("/api/v1/sessions").expect(204);
		browser.logIn(this.username, PASSWORD);
		assertThat(browser.get("/me/account").statusCode()).isEqualTo(200);
	}

	static Stream<Arguments> unreadable() {
		byte[] garbage = { 1, 2, 3 };
		byte[] text = RedisSerializer.java().serialize("text");
		byte[] foreign = RedisSerializer.java().serialize(new HashMap<>(Map.of("a", "b")));
		byte[] incomplete = RedisSerializer.java()
			.serialize(new SecurityContextImpl(
					UsernamePasswordAuthenticationToken.authenticated("a name", null, List.of())));
		return Stream.concat(
				Stream
					.of("creationTime", "lastAccessedTime", "maxInactiveInterval",
							"sessionAttr:SPRING_SECURITY_CONTEXT", "sessionAttr:device", "sessionAttr:unknown")
					.flatMap((field) -> Stream.of(garbage, text, foreign).map((value) -> Arguments.of(field, value))),
				Stream.of(Arguments.of("sessionAttr:SPRING_SECURITY_CONTEXT", incomplete)));
	}

	private void put(String session, String field, byte[] value) {
		this.redis.execute((connection) -> connection.hashCommands()
			.hSet(stored(session).getBytes(StandardCharsets.UTF_8), field.getBytes(StandardCharsets.UTF_8), value),
				true);
	}

	private ApiClient again() {
		return ApiClient.at(this.port).logIn(this.username, PASSWORD);
	}

	private PageClient browser() {
		PageClient browser = PageClient.at(this.port);
		browser.logIn(this.username, PASSWORD);
		return browser;
	}

	private static HttpResponse<String> changePassword(PageClient browser, String current, String wanted) {
		Map<String, String> form = new HashMap<>(PageClient.form(browser.get("/me/account"), "/me/account/password"));
		form.put("currentPassword", current);
		form.put("newPassword", wanted);
		return browser.post("/me/account/password", form);
	}

	private void begun(Instant time) {
		hashes().opsForHash().put(stored(key(this.program)), "creationTime", time.toEpochMilli());
	}

	/** Writes what the store of the sessions reads. */
	private RedisTemplate<String, Object> hashes() {
		RedisTemplate<String, Object> template = new RedisTemplate<>();
		template.setKeySerializer(RedisSerializer.string());
		template.setHashKeySerializer(RedisSerializer.string());
		template.setConnectionFactory(this.connections);
		template.afterPropertiesSet();
		return template;
	}

	private String register() {
		return "frontrow:sessions-of:" + this.memberId;
	}

	private static String stored(String key) {
		return "frontrow:session:sessions:" + key;
	}

	private static String key(ApiClient program) {
		return program.header("Authorization").substring("Bearer ".length());
	}

}
