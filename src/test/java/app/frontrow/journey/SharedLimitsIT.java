package app.frontrow.journey;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Limits hold for two instances together. Both trust this machine as their proxy, so each
 * test has visitors from a network of its own.
 */
@OutOfProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedLimitsIT {

	private static final int LOG_INS = 2;

	private static final int SIGN_UPS = 3;

	private static final int ACTIONS = 5;

	private static final int SEARCHES = 6;

	private int first;

	private int second;

	private List<ProductInstance> instances;

	private MemberFixture audience;

	private ApiClient admin;

	@BeforeAll
	void start(@Autowired Stores stores, @Autowired JdbcClient jdbc) {
		this.instances = ProductInstance.startAll(List.of("limits-1", "limits-2"), stores,
				Map.of("FRONTROW_LIMITS_FAILED_LOG_INS", String.valueOf(3 * LOG_INS), "FRONTROW_LIMITS_SIGN_UPS",
						String.valueOf(SIGN_UPS), "FRONTROW_LIMITS_ACTIONS", String.valueOf(ACTIONS),
						"FRONTROW_LIMITS_SEARCHES", String.valueOf(SEARCHES), "SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES",
						"127.0.0.1/32"));
		this.first = this.instances.get(0).port();
		this.second = this.instances.get(1).port();
		this.audience = new MemberFixture(jdbc, this.first);
		this.admin = this.audience.admin();
	}

	@AfterAll
	void end() {
		if (this.instances != null) {
			this.instances.forEach(ProductInstance::close);
		}
	}

	@Test
	void wrongPasswordsAreCountedTogether() {
		String mina = usernameOf(this.audience.member());
		ApiClient attacker = from(network());
		assertLimit(LOG_INS, 401, (client) -> logIn(client, mina, "wrong"), attacker);
		slowed(logIn(attacker, mina, MemberFixture.PASSWORD));

		logIn(from(network()), mina, MemberFixture.PASSWORD).expect(201);
		logIn(attacker, usernameOf(this.audience.member()), MemberFixture.PASSWORD).expect(201);
	}

	@Test
	void unknownAccountIsSlowedToo() {
		String nobody = "n" + UUID.randomUUID().toString().substring(0, 18);
		assertLimit(LOG_INS, 401, (client) -> logIn(client, nobody, "wrong"), from(network()));
	}

	@Test
	void rightPasswordIsNeverSlowed() {
		String mina = usernameOf(this.audience.member());
		ApiClient home = from(network());
		for (int again = 0; again < 4 * LOG_INS; again++) {
			logIn(home.on((again % 2 == 0) ? this.first : this.second), mina, MemberFixture.PASSWORD).expect(201);
		}
	}

	@Test
	void signUpsFromOneNetworkAreCountedTogether() {
		String network = network();
		int[] host = { 0 };
		assertLimit(SIGN_UPS, 201, (client) -> signUp(client.with("X-Forwarded-For", network + "::" + ++host[0])),
				from(network));
		signUp(from(network())).expect(201);
	}

	/** The proxy adds its address to the right of a forged header. */
	@Test
	void forgedHeaderChangesNothing() {
		String address = network() + "::1";
		assertLimit(SIGN_UPS, 201, (client) -> signUp(client.with("X-Forwarded-For", network() + "::1, " + address)),
				from(network()));
	}

	@Test
	void joinsAreCountedTogetherAndThePlaceIsKept() {
		long concert = ConcertFixture.onSale(this.admin, 1);
		ApiClient bot = this.audience.member();
		ApiClient place = bot.queue(concert);

		assertLimit(ACTIONS - 1, 200, (client) -> client.join(concert), bot);
		place.place().expect(200);
		this.audience.member().join(concert).expect(201);
	}

	@Test
	void actionsOfAMemberAreCountedTogether() {
		long concert = ConcertFixture.onSale(this.admin, 1);
		ApiClient member = this.audience.member().comeIn(concert);
		long show = member.firstShow(concert);
		String held = member.hold(show, 1).expect(201).text("id");

		assertLimit(ACTIONS - 1, 409, (client) -> client.hold(show, 1), member);
		assertLimit(ACTIONS, 201, (client) -> client.charge(1), member);
		assertLimit(ACTIONS, 409, (client) -> client.pay(held), member);
		assertThat(member.balance()).isBetween((long) ACTIONS, ACTIONS + 4L);
		member.cancel(held).expect(200);
		assertLimit(ACTIONS - 1, 409, (client) -> client.cancel(held), member);
	}

	@Test
	void searchesAreCountedTogetherAndTheListIsNotLimited() {
		ApiClient bot = from(network());
		assertLimit(SEARCHES, 200, (client) -> client.get("/api/v1/concerts?q=x"), bot);
		bot.get("/api/v1/concerts").expect(200);
		Answer page = bot.with("Accept", "text/html").get("/?q=x").expect(429);
		assertThat(page.response().body()).contains("data-code=\"too-many-requests\"", "value=\"x\"");
	}

	@Test
	void logInPageSaysItInPlace() {
		PageClient browser = PageClient.at(this.first);
		Map<String, String> form = PageClient.form(browser.get("/login"), "/login");
		form.put("username", usernameOf(this.audience.member()));
		form.put("password", "wrong");
		HttpResponse<String> page = browser.post("/login", form);
		assertThat(page.statusCode()).isEqualTo(401);
		for (int tries = 0; page.statusCode() == 401 && tries < 10; tries++) {
			page = browser.post("/login", form);
		}

		assertThat(page.statusCode()).isEqualTo(429);
		assertThat(page.headers().firstValue("Retry-After")).isPresent();
		assertThat(page.body()).contains("data-code=\"too-many-requests\"", "value=\"" + form.get("username") + "\"");
	}

	@Test
	void cookiesAreSecureBehindTls() {
		Answer page = from(network()).with("X-Forwarded-Proto", "https").with("Accept", "text/html").get("/login");
		assertThat(page.expect(200).header("Strict-Transport-Security")).contains("max-age=");
		assertThat(page.response().headers().allValues("Set-Cookie")).isNotEmpty()
			.allSatisfy((cookie) -> assertThat(cookie).contains("Secure"));
	}

	/** Sends requests to both instances in turn until one is refused. */
	private void assertLimit(int most, int passed, Function<ApiClient, Answer> request, ApiClient client) {
		int count = 0;
		Answer answer = request.apply(client.on(this.first));
		while (answer.status() != 429 && count < 4 * most) {
			answer.expect(passed);
			count++;
			answer = request.apply(client.on((count % 2 == 0) ? this.first : this.second));
		}
		slowed(answer);
		// on a slow machine it fills up a little meanwhile
		assertThat(count).isBetween(most, 2 * most - 1);
	}

	private static void slowed(Answer answer) {
		answer.expectProblem(429, "too-many-requests");
		assertThat(answer.number("retryAfterSeconds")).isPositive();
		assertThat(answer.header("Retry-After")).isEqualTo(answer.text("retryAfterSeconds"));
	}

	private static Answer logIn(ApiClient client, String username, String password) {
		return client.post("/api/v1/sessions", Map.of("username", username, "password", password));
	}

	private static Answer signUp(ApiClient client) {
		return client.post("/api/v1/members", Map.of("username", "l" + UUID.randomUUID().toString().substring(0, 18),
				"password", "correct horse", "displayName", "L"));
	}

	private static String usernameOf(ApiClient member) {
		return member.get("/api/v1/members/me").text("username");
	}

	private ApiClient from(String network) {
		return ApiClient.at(this.first).with("X-Forwarded-For", network + "::1");
	}

	/** A new IPv6 network from the range for documentation. */
	private static String network() {
		String random = UUID.randomUUID().toString();
		return "2001:db8:" + random.substring(0, 4) + ":" + random.substring(4, 8);
	}

}
