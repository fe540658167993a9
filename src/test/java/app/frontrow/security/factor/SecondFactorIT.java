package app.frontrow.security.factor;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.CodeApp;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An installation that requires the second factor of its staff, as in production.
 */
@Tag("database")
@TestPropertySource(properties = { "frontrow.second-factor.required=true", "frontrow.limits.failed-log-ins=30" })
class SecondFactorIT extends ProductTest {

	private static final String PASSWORD = "correct horse";

	private static final String PATH = "/office/security";

	private static final String STEP = "/api/v1/sessions/second-factor";

	private static final String OFFICE = "/api/v1/office/concerts";

	private String username;

	private PageClient browser;

	@BeforeEach
	void memberOfTheStaffWithAPassword() {
		this.username = this.audience.staffAccount(StaffRole.OWNER, null);
		this.browser = PageClient.at(this.port);
		this.browser.logIn(this.username, PASSWORD);
	}

	@Test
	void passwordAloneOpensTheMembersPagesOnly() {
		ApiClient program = ApiClient.at(this.port).logIn(this.username, PASSWORD);
		program.get("/api/v1/wallet").expect(200);
		for (String path : List.of(OFFICE, "/api/v1/office/staff", "/api/v1/admin/reconciliation", "/api/v1/members")) {
			program.get(path).expectProblem(403, "second-factor-required");
		}
		program.post(STEP, Map.of("code", "123456")).expectProblem(409, "second-factor-missing");
		program.post("/api/v1/concerts", Map.of()).expectProblem(403, "second-factor-required");
		ApiClient.at(this.port).post(STEP, Map.of("code", "123456")).expectProblem(401, "not-authenticated");
		this.audience.member().get(OFFICE).expectProblem(403, "forbidden");

		assertThat(this.browser.get("/me/wallet").statusCode()).isEqualTo(200);
		for (String path : List.of("/office", "/office/staff", "/office/orders", "/office/reconciliation")) {
			assertThat(PageClient.location(this.browser.get(path))).isEqualTo(PATH);
		}
		assertThat(this.browser.get(PATH).body()).contains("totp-secret").doesNotContain("recovery-code\"");
	}

	@Test
	@ProvesRule(rule = "The second step leads back to the page that needed it", guard = "SecurityConfiguration.refuse",
			brokenBy = "not saving the request")
	void appIsSetUpAndAskedForAtTheNextLogIn() {
		String secret = secret(this.browser);
		CodeApp app = new CodeApp(secret);
		assertThat(secret(this.browser)).as("the same at each look").isEqualTo(secret);
		assertThat(submit(this.browser, "/app", "000000").statusCode()).isEqualTo(400);

		assertThat(PageClient.location(submit(this.browser, "/app", app.code()))).isEqualTo(PATH);
		assertThat(codes(this.browser.get(PATH).body())).hasSize(8);
		assertThat(codes(this.browser.get(PATH).body())).as("shown once").isEmpty();
		assertThat(this.browser.get("/office").statusCode()).isEqualTo(200);
		assertThat(this.jdbc
			.sql("select f.totp_secret from staff_factors f join members m on m.id = f.member_id where m.username = ?")
			.param(this.username)
			.query(String.class)
			.single()).hasSizeGreaterThan(40).doesNotContain(secret);

		PageClient other = PageClient.at(this.port);
		other.logIn(this.username, PASSWORD);
		assertThat(PageClient.location(other.get("/office/trail?what=factor-added"))).isEqualTo(PATH);
		assertThat(other.get(PATH).body()).contains("totp-code").doesNotContain("totp-secret");
		assertThat(submit(other, "/step", "12345").statusCode()).isEqualTo(400);
		forgetUsedCodes();
		HttpResponse<String> passed = submit(other, "/step", app.code());
		assertThat(passed.headers().firstValue("Location"))
			.hasValueSatisfying((page) -> assertThat(page).endsWith("/office/trail?what=factor-added"));
		assertThat(other.get("/office/trail?what=factor-added").body()).contains("member:" + this.username);
	}

	@Test
	@ProvesRule(rule = "A second factor cannot be added with the password alone",
			guard = "SecondFactorAccessService.requireGeneration", brokenBy = "leaving out the check")
	void thiefOfThePasswordChangesNoFactor() {
		enrol();
		PageClient thief = PageClient.at(this.port);
		thief.logIn(this.username, PASSWORD);
		Map<String, String> form = thief.filled(PATH, PATH + "/step");
		String before = factors();
		for (String path : List.of("/app", "/app/remove", "/codes", "/passkeys/options", "/passkeys",
				"/passkeys/x/remove")) {
			form.put("code", "000000");
			form.put("credential", "{}");
			assertThat(thief.post(PATH + path, form).statusCode()).as(path).isIn(302, 400, 403);
		}
		assertThat(factors()).isEqualTo(before);
		assertThat(PageClient.location(thief.get("/office"))).isEqualTo(PATH);
	}

	@Test
	@ProvesRule(rule = "A code of an app is accepted once", guard = "SecondFactorRepository.useStep",
			brokenBy = "leaving out totp_step")
	void codeIsAcceptedOnceAlsoAtTheSameMoment() {
		CodeApp app = enrol();
		List<ApiClient> programs = List.of(ApiClient.at(this.port).logIn(this.username, PASSWORD),
				ApiClient.at(this.port).logIn(this.username, PASSWORD));
		forgetUsedCodes();
		String code = app.code();
		List<Integer> answers = ConcurrentRunner
			.rush(List.<Callable<Integer>>of(() -> programs.get(0).post(STEP, Map.of("code", code)).status(),
					() -> programs.get(1).post(STEP, Map.of("code", code)).status()));

		assertThat(answers).containsExactlyInAnyOrder(204, 400);
		ApiClient passed = programs.get(answers.indexOf(204));
		ApiClient refused = programs.get(answers.indexOf(400));
		passed.get(OFFICE).expect(200);
		refused.get(OFFICE).expectProblem(403, "second-factor-required");
		refused.post(STEP, Map.of("code", code)).expectProblem(400, "validation-failed");
		passed.delete("/api/v1/sessions/current").expect(204);
		ApiClient.at(this.port).logIn(this.username, PASSWORD).get(OFFICE).expectProblem(403, "second-factor-required");
	}

	@Test
	@ProvesRule(rule = "A recovery code of the second factor works once", guard = "SecondFactorRepository.useCode",
			brokenBy = "leaving out the delete")
	void recoveryCodeWorksOnce() {
		submit(this.browser, "/app", new CodeApp(secret(this.browser)).code());
		String code = codes(this.browser.get(PATH).body()).get(0);
		ApiClient program = ApiClient.at(this.port).logIn(this.username, PASSWORD);
		program.post(STEP, Map.of("code", code.toLowerCase().replace("-", " "))).expect(204);
		program.get(OFFICE).expect(200);
		program.post(STEP, Map.of("code", code)).expectProblem(400, "validation-failed");
		assertThat(this.browser.get(PATH).body()).contains("7 unused");
	}

	@Test
	void changeOfPasswordOrFactorAsksAgain() {
		CodeApp app = enrol();
		ApiClient program = passed(app);
		this.browser.submit("/me/account", "/me/account/profile", "displayName", "세라 2");
		assertThat(this.browser.get("/office").statusCode()).as("after a new name").isEqualTo(200);
		this.jdbc.sql("update members set password_hash = ? where username = ?")
			.params("{noop}" + PASSWORD, this.username)
			.update();
		this.browser.submit("/me/account", "/me/account/password", "currentPassword", PASSWORD, "newPassword",
				"another long horse");
		program.get(OFFICE).expectProblem(401, "not-authenticated");
		assertThat(PageClient.location(this.browser.get("/office"))).as("after a new password").isEqualTo(PATH);

		forgetUsedCodes();
		submit(this.browser, "/step", app.code());
		assertThat(this.browser.get("/office").statusCode()).isEqualTo(200);
		ApiClient second = ApiClient.at(this.port).logIn(this.username, "another long horse");
		forgetUsedCodes();
		second.post(STEP, Map.of("code", app.code())).expect(204);
		second.get(OFFICE).expect(200);
		this.browser.submit(PATH, PATH + "/app/remove");
		second.get(OFFICE).expectProblem(403, "second-factor-required");
		assertThat(PageClient.location(this.browser.get("/office"))).isEqualTo(PATH);
		forgetUsedCodes();
		enrol();
		assertThat(this.browser.get("/office").statusCode()).isEqualTo(200);
		second.get(OFFICE).expectProblem(403, "second-factor-required");
	}

	@Test
	@ProvesRule(rule = "An owner's reset of a second factor is in the trail", guard = "StaffFactorService.reset",
			brokenBy = "leaving out the note")
	void ownerResetsTheFactorOfAnother() {
		CodeApp app = enrol();
		ApiClient lost = passed(app);
		memberOfTheStaffWithAPassword();
		String first = this.username;
		ApiClient owner = passed(enrol());
		String id = lost.get("/api/v1/members/me").text("id");
		long grant = this.jdbc.sql("select id from staff_roles where member_id = ?")
			.param(id)
			.query(Long.class)
			.single();

		owner.delete("/api/v1/office/staff/" + grant + "/second-factor").expect(204);
		owner.delete("/api/v1/office/staff/999999999/second-factor").expectProblem(404, "not-found");
		lost.get(OFFICE).expectProblem(403, "second-factor-required");
		lost.post(STEP, Map.of("code", app.code())).expectProblem(409, "second-factor-missing");
		Answer trail = owner.get("/api/v1/office/trail?what=factor-reset").expect(200);
		assertThat(trail.text("/items/0/who")).isEqualTo(first);
		assertThat(trail.text("/items/0/subject"))
			.isEqualTo("member:" + lost.get("/api/v1/members/me").text("username"));
	}

	/** The database is changed behind the back of this instance, as others do it. */
	@Test
	void otherInstancesKnowAChangeWithinASecond() {
		ApiClient program = passed(enrol());
		program.get(OFFICE).expect(200);
		this.jdbc.sql("update staff_factors set generation = generation + 1 where member_id = ?")
			.param(program.get("/api/v1/members/me").text("id"))
			.update();
		long begun = System.nanoTime();
		await().until(() -> program.get(OFFICE).status() == 403);
		assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.MILLISECONDS.toNanos(1_500));
	}

	@Test
	@ProvesRule(rule = "Wrong codes of the second step are limited", guard = "SecondFactorService.limit",
			brokenBy = "leaving out the limit")
	void wrongCodesAreLimited() {
		enrol();
		ApiClient program = ApiClient.at(this.port).logIn(this.username, PASSWORD);
		await().until(() -> program.post(STEP, Map.of("code", "000000")).status() == 429);
	}

	/** Sets an app up; this browser has passed the second step then. */
	private CodeApp enrol() {
		CodeApp app = new CodeApp(secret(this.browser));
		assertThat(submit(this.browser, "/app", app.code()).statusCode()).isEqualTo(302);
		this.browser.get(PATH);
		return app;
	}

	private ApiClient passed(CodeApp app) {
		ApiClient program = ApiClient.at(this.port).logIn(this.username, PASSWORD);
		forgetUsedCodes();
		program.post(STEP, Map.of("code", app.code())).expect(204);
		program.get(OFFICE).expect(200);
		return program;
	}

	/** As if half a minute had passed since the last code. */
	private void forgetUsedCodes() {
		this.jdbc.sql("update staff_factors set totp_step = 0").update();
	}

	private String factors() {
		return this.jdbc
			.sql("select concat_ws(' ', generation, totp_secret, (select count(*) from staff_recovery_codes c"
					+ " where c.member_id = f.member_id)) from staff_factors f join members m on m.id = f.member_id"
					+ " where m.username = ?")
			.param(this.username)
			.query(String.class)
			.single();
	}

	private static HttpResponse<String> submit(PageClient browser, String form, String code) {
		return browser.submit(PATH, PATH + form, "code", code);
	}

	private static String secret(PageClient browser) {
		Matcher found = Pattern.compile("data-testid=\"totp-secret\">([A-Z2-7]+)<").matcher(browser.get(PATH).body());
		assertThat(found.find()).isTrue();
		return found.group(1);
	}

	private static List<String> codes(String page) {
		return Pattern.compile("data-testid=\"recovery-code\">([0-9A-Z-]+)<")
			.matcher(page)
			.results()
			.map((found) -> found.group(1))
			.toList();
	}

}
