package app.frontrow.journey;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What members do with their own account, by plain forms.
 */
@Tag("database")
class AccountIT extends ProductTest {

	private static final String PASSWORD = "correct horse";

	private static final String NEW_PASSWORD = "battery staple";

	private static final Pattern CODE = Pattern.compile("<code>([0-9A-Z-]{19})</code>");

	private String username;

	private PageClient browser;

	@BeforeEach
	void newMember() {
		this.username = "x" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
		this.browser = PageClient.at(this.port);
		HttpResponse<String> signedUp = this.browser.submit("/signup", "/signup", "username", this.username, "password",
				PASSWORD, "displayName", "Kim Haneul");
		assertThat(PageClient.location(signedUp)).isEqualTo("/me/account/recovery-codes");
	}

	@Test
	@ProvesRule(rule = "Recovery codes are shown once", guard = "NewRecoveryCodes.take",
			brokenBy = "leaving out removeAttribute")
	@ProvesRule(rule = "Recovery codes are not stored", guard = "RecoveryCodeService.renew",
			brokenBy = "inserting the codes")
	void codesAreShownOnceAndRenewedWithThePassword() {
		List<String> first = codes();
		assertThat(first).hasSize(8).doesNotHaveDuplicates();
		assertThat(codes()).isEmpty();
		assertThat(this.jdbc.sql("select code_hash from recovery_codes").query(String.class).list())
			.doesNotContainAnyElementsOf(first);

		renewCodes("wrong password");
		assertThat(this.browser.get("/me/account").body()).contains("not your current password");
		renewCodes(PASSWORD);
		List<String> second = codes();
		assertThat(second).hasSize(8).doesNotContainAnyElementsOf(first);
		assertThat(reset(this.username, first.get(0)).statusCode()).isEqualTo(400);
		assertThat(reset(this.username, second.get(0).toLowerCase().replace("-", " ")).statusCode()).isEqualTo(302);
	}

	@Test
	@ProvesRule(rule = "A new password by a recovery code ends all log-ins",
			guard = "PasswordReplacementService.replace", brokenBy = "leaving out endAll")
	@ProvesRule(rule = "A recovery code works once", guard = "RecoveryCodeService.use",
			brokenBy = "returning true without deleting")
	void codeSetsANewPasswordOnce() {
		List<String> codes = codes();
		ApiClient program = ApiClient.at(this.port).logIn(this.username, PASSWORD);

		List<Integer> answers = ConcurrentRunner.call(8,
				IntStream.range(0, 8)
					.mapToObj((number) -> ConcurrentRunner.task(() -> reset(this.username, codes.get(3)).statusCode()))
					.toList());

		assertThat(answers).containsOnlyOnce(302).containsOnly(302, 400);
		assertThat(reset(this.username, codes.get(3)).statusCode()).as("used").isEqualTo(400);
		assertThat(this.browser.get("/me/account").statusCode()).isEqualTo(302);
		program.get("/api/v1/wallet").expect(401);
		ApiClient.at(this.port).logIn(this.username, NEW_PASSWORD).get("/api/v1/wallet").expect(200);
	}

	@Test
	@ProvesRule(rule = "A forgotten password tells nobody which names exist",
			guard = "PasswordResetService.resetByCode", brokenBy = "answering not found for an unknown name")
	void unknownNameGetsTheAnswerOfAWrongCode() {
		String wrong = words(reset(this.username, "0000-0000-0000-0000"));

		assertThat(words(reset("nobody-" + this.username.substring(0, 8), "0000-0000-0000-0000"))).isEqualTo(wrong);
		assertThat(wrong).contains("do not belong together");
	}

	@Test
	void nameIsChangedAndEverythingIsExported() {
		this.browser.submit("/me/account", "/me/account/profile", "displayName", "Lee Byeol");
		assertThat(this.browser.get("/me/account").body()).contains("Lee Byeol", "Your name is changed")
			.doesNotContain("Kim Haneul");
		this.browser.submit("/me/account", "/me/account/profile", "displayName", "\u202e");
		assertThat(this.browser.get("/me/account").body()).contains("Lee Byeol");
		ApiClient program = ApiClient.at(this.port).logIn(this.username, PASSWORD);
		String reservation = tickets(program);

		HttpResponse<String> export = this.browser.get("/me/account/export");

		assertThat(export.headers().firstValue("Content-Disposition"))
			.contains("attachment; filename=\"frontrow-data.json\"");
		assertThat(export.body())
			.contains("\"displayName\":\"Lee Byeol\"", this.username, reservation, "\"CHARGE\"", "\"PAYMENT\"",
					"\"tickets\":[{\"code\"", "\"logIns\"")
			.doesNotContain("bcrypt", "code_hash");
	}

	@Test
	@ProvesRule(rule = "An account with money is not deleted", guard = "WalletDataHolder.requireSettled",
			brokenBy = "leaving it out")
	@ProvesRule(rule = "An account with tickets is not deleted", guard = "BookingDataHolder.requireSettled",
			brokenBy = "leaving it out")
	void accountStaysWhileSomethingIsLeft() {
		ApiClient program = ApiClient.at(this.port).logIn(this.username, PASSWORD);
		tickets(program);

		delete(PASSWORD);
		assertThat(this.browser.get("/me/account").body()).contains("tickets for a coming show");
		this.jdbc.sql("update reservations set starts_at = utc_timestamp(6) where member_id = ?").param(id()).update();
		program.charge(1_000);
		delete(PASSWORD);
		assertThat(this.browser.get("/me/account").body()).contains("₩1,000");
		delete("wrong password");
		assertThat(this.browser.get("/me/account").body()).contains("not your current password", "Kim Haneul");
	}

	@Test
	@ProvesRule(rule = "The user name of a deleted account is never given to others", guard = "CredentialService.close",
			brokenBy = "leaving out reserved")
	void deletedAccountLeavesNoPersonAndTheLedgerBalances() {
		ApiClient program = ApiClient.at(this.port).logIn(this.username, PASSWORD);
		tickets(program);
		this.jdbc.sql("update reservations set starts_at = utc_timestamp(6) where member_id = ?").param(id()).update();
		String id = id();

		HttpResponse<String> deleted = delete(PASSWORD);

		assertThat(PageClient.location(deleted)).isEqualTo("/");
		assertThat(this.browser.get("/me/account").statusCode()).isEqualTo(302);
		program.get("/api/v1/wallet").expect(401);
		ApiClient.at(this.port)
			.post("/api/v1/sessions", Map.of("username", this.username, "password", PASSWORD))
			.expect(401);
		ApiClient.at(this.port)
			.post("/api/v1/members",
					Map.of("username", this.username, "password", NEW_PASSWORD, "displayName", "Impostor"))
			.expect(409);
		assertThat(this.jdbc.sql("select concat(display_name, username) from members where id = ?")
			.param(id)
			.query(String.class)
			.single()).matches("#[0-9a-f]{24}");
		assertThat(this.books.count("recovery_codes where member_id = ?", id)).isZero();
		assertThat(this.books.count("ledger_entries where member_id = ?", id)).isEqualTo(2);
		this.books.audit();
		assertThat(this.audience.admin()
			.get("/api/v1/members?q=" + this.username)
			.expect(200)
			.json()
			.get("totalItems")
			.asInt()).isZero();
	}

	private String tickets(ApiClient program) {
		var show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		ApiClient inside = program.comeIn(show.concertId());
		inside.charge(150_000);
		String reservation = inside.hold(show.id(), 7).expect(201).json().get("id").asString();
		inside.pay(reservation).expect(201);
		return reservation;
	}

	private String id() {
		return this.jdbc.sql("select id from members where username = ?")
			.param(this.username)
			.query(String.class)
			.single();
	}

	private List<String> codes() {
		return CODE.matcher(this.browser.get("/me/account/recovery-codes").body())
			.results()
			.map((MatchResult result) -> result.group(1))
			.toList();
	}

	private void renewCodes(String password) {
		this.browser.submit("/me/account", "/me/account/recovery-codes", "currentPassword", password);
	}

	private HttpResponse<String> delete(String password) {
		return this.browser.submit("/me/account", "/me/account/delete", "currentPassword", password);
	}

	private HttpResponse<String> reset(String name, String code) {
		return PageClient.at(this.port)
			.submit("/reset/code", "/reset/code", "username", name, "code", code, "newPassword", NEW_PASSWORD);
	}

	/** The page without what differs each time. */
	private static String words(HttpResponse<String> page) {
		return page.statusCode() + page.body().replaceAll("value=\"[^\"]*\"|data-now=\"\\d+\"", "");
	}

}
