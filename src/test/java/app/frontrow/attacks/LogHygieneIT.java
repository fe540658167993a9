package app.frontrow.attacks;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The log tells what happened. It contains no secrets, and no line that a visitor made
 * up.
 */
@ExtendWith(OutputCaptureExtension.class)
class LogHygieneIT extends ProductTest {

	private final String nonce = UUID.randomUUID().toString().replace("-", "").substring(0, 16);

	private final String username = "l" + this.nonce;

	private final String password = "비밀 correct " + this.nonce;

	private final String displayName = "이름 " + this.nonce.substring(4);

	/** All that no line may contain. */
	private final List<String> secrets = new ArrayList<>(List.of(this.password, this.displayName));

	private String memberId;

	private ApiClient member;

	@BeforeEach
	void member() {
		ApiClient visitor = ApiClient.at(this.port);
		this.memberId = visitor.post("/api/v1/members", signUp()).expect(201).text("id");
		this.member = visitor.logIn(this.username, this.password);
		this.secrets.add(this.member.header("Authorization").substring("Bearer ".length()));
	}

	@Test
	void bookingLeavesNoSecretsInTheLog(CapturedOutput log) {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		ApiClient inside = keyed(this.member.comeIn(show.concertId()));
		keep(inside.header("Queue-Token"));
		inside.charge(500_000).expect(201);
		Answer held = keyed(inside).hold(show.id(), 1).expect(201);
		Answer paid = keyed(inside).pay(held.text("id")).expect(201);
		keep(paid.text("/tickets/0/code"));
		inside.cancel(held.text("id")).expect(200);

		PageClient browser = PageClient.at(this.port);
		browser.logIn(this.username, this.password);
		browser.get("/me/wallet");
		browser.get("/me/reservations");
		keep(browser.cookie("frontrow-session"));
		keep(browser.cookie("frontrow-csrf"));

		assertThat(log.getAll()).contains("Log-in of member " + this.memberId).doesNotContain(this.secrets);
	}

	@Test
	@ProvesRule(rule = "The log contains no cookie that cannot be read",
			guard = "application.yml:org.apache.tomcat.util.http", brokenBy = "leaving out the level")
	void failuresLeaveNoSecretsInTheLog(CapturedOutput log) throws IOException {
		ApiClient visitor = ApiClient.at(this.port);
		String wrong = keep("wrong " + this.nonce);
		visitor.post("/api/v1/sessions", Map.of("username", this.username, "password", wrong)).expect(401);
		visitor.post("/api/v1/sessions", Map.of("username", wrong, "password", wrong)).expect(401);
		visitor.post("/api/v1/members", signUp()).expectProblem(409, "username-taken");
		visitor.post("/api/v1/members", "{\"password\": \"" + wrong + "\", \"username\": " + wrong).expect(400);
		visitor.post("/api/v1/members", Map.of("username", Map.of("x", wrong), "password", List.of(wrong)));
		visitor.withQueueToken(keep("a" + this.nonce + ".b.c")).place().expect(401);
		this.member.get("/api/v1/members").expect(403);
		this.member.post("/api/v1/wallet/charges", Map.of("amount", wrong)).expect(400);
		this.member.with("Idempotency-Key", "not a key " + this.nonce).charge(1).expect(400);
		// headers that the server cannot read
		for (String header : List.of("Authorization: Bearer " + this.secrets.get(2) + "\u0000",
				"Authorization " + this.secrets.get(2), "Cookie: frontrow-session=\"" + wrong,
				"Queue-Token: \u0001" + wrong)) {
			send("GET /api/v1/wallet HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\nConnection: close\r\n\r\n");
		}

		assertThat(log.getAll())
			.contains("Log-in refused (BadCredentialsException) for member " + this.memberId,
					"Log-in refused (BadCredentialsException) for no account", "Denied to member " + this.memberId)
			.doesNotContain(this.secrets);
	}

	@Test
	void outageLeavesNoSecretsInTheLog(CapturedOutput log, @Autowired TransactionTemplate transactions) {
		this.member.charge(1_000).expect(201);
		transactions.executeWithoutResult((status) -> {
			this.jdbc.sql("select balance from wallets where member_id = ? for update")
				.param(this.memberId)
				.query(Long.class)
				.single();
			keyed(this.member).charge(7).expectProblem(503, "temporarily-unavailable");
		});

		assertThat(log.getAll()).contains("POST /api/v1/wallet/charges: a store is out of reach")
			.doesNotContain(this.secrets);
	}

	@Test
	@ProvesRule(rule = "The answer to an unexpected failure tells nothing about its cause",
			guard = "ProblemFactory.answer", brokenBy = "adding the reason")
	void unexpectedFailureIsOnlyInTheLog(CapturedOutput log) {
		String key = keep(UUID.randomUUID().toString());
		ApiClient sender = this.member.with("Idempotency-Key", key);
		sender.charge(1_000).expect(201);
		this.jdbc.sql("update idempotency_records set outcome = concat('{\"answer\": ', ?) where member_id = ?")
			.params(this.displayName, this.memberId)
			.update();

		Answer failed = sender.charge(1_000).expectProblem(500, "internal-error");
		PageClient browser = PageClient.at(this.port);
		browser.logIn(this.username, this.password);
		Map<String, String> form = PageClient.form(browser.get("/me/wallet"), "/me/wallet/charges");
		form.putAll(Map.of("amount", "1000", "idempotencyKey", key));
		HttpResponse<String> page = browser.post("/me/wallet/charges", form);

		assertThat(page.statusCode()).isEqualTo(500);
		for (String body : List.of(failed.response().body(), page.body())) {
			assertThat(body).doesNotContainIgnoringCase("exception")
				.doesNotContain("app.frontrow", "org.springframework", "jackson", "outcome", "\tat ", "select ");
		}
		assertThat(log.getAll()).contains("POST /api/v1/wallet/charges failed", "\tat app.frontrow.")
			.doesNotContain(this.secrets);
	}

	@Test
	void everyLineHasATime(CapturedOutput log) {
		ApiClient.at(this.port)
			.post("/api/v1/sessions", Map.of("username", this.username, "password", "not " + this.nonce))
			.expect(401);

		assertThat(log.getAll().lines().filter((line) -> line.contains(this.memberId))).isNotEmpty()
			.allMatch((line) -> line.matches(
					"\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12}(Z|[+-]\\d\\d:\\d\\d) +(INFO|WARN|ERROR) .*SecurityLog.*127\\.0\\.0\\.1.*"));
	}

	@Test
	@ProvesRule(rule = "Addresses that do not exist leave no line in the log",
			guard = "application.yml:org.springframework.web.servlet.PageNotFound", brokenBy = "leaving out the level")
	void unknownAddressLeavesNoLine(CapturedOutput log) {
		this.member.get("/api/v1/" + this.nonce).expect(404);

		assertThat(log.getAll()).doesNotContain(this.nonce);
	}

	@Test
	void visitorsCannotForgeLines(CapturedOutput log) throws IOException {
		String line = "2030-01-01T00:00:00.000Z ERROR " + this.nonce;
		ApiClient visitor = ApiClient.at(this.port);
		for (String end : List.of("\r\n", "\n", "\r", "\u2028", "\u0085")) {
			String forged = "x" + end + line;
			visitor.post("/api/v1/sessions", Map.of("username", forged, "password", forged)).expect(401);
			visitor.post("/api/v1/members", Map.of("username", forged, "password", forged, "displayName", forged));
			visitor.get("/api/v1/" + encode(forged));
			visitor.get("/" + encode(forged) + "?q=" + encode(forged));
			visitor.get("/api/v1/concerts?status=" + encode(forged) + "&page=" + encode(forged));
			this.member.get("/api/v1/members?q=" + encode(forged)).expect(403);
			this.member.get("/api/v1/reservations/" + encode(forged));
			this.member.pay(forged).expect(404);
			this.member.post("/api/v1/wallet/charges", Map.of("amount", forged)).expect(400);
			if (!end.startsWith("\r")) {
				send("GET /api/v1/concerts?q=x" + end + line + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
			}
			send("GET /api/v1/wallet HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: a" + end + " " + line
					+ "\r\nConnection: close\r\n\r\n");
		}

		assertThat(log.getAll().split("\\R|\u2028|\u0085|\r")).noneMatch((written) -> written.strip().startsWith(line));
		assertThat(Arrays.stream(log.getAll().split("\\R")).filter((written) -> written.contains("Log-in refused")))
			.isNotEmpty();
	}

	private Map<String, Object> signUp() {
		return Map.of("username", this.username, "password", this.password, "displayName", this.displayName);
	}

	private ApiClient keyed(ApiClient client) {
		return client.with("Idempotency-Key", keep(UUID.randomUUID().toString()));
	}

	private String keep(String secret) {
		if (secret.length() > 8) {
			this.secrets.add(secret);
		}
		return secret;
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** As no proper client would. */
	private void send(String bytes) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
			socket.shutdownOutput();
			try (InputStream answer = socket.getInputStream()) {
				answer.readAllBytes();
			}
			catch (SocketException hungUp) {
				// that is an answer too
			}
		}
	}

}
