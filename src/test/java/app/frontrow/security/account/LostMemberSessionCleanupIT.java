package app.frontrow.security.account;

import java.net.http.HttpResponse;
import java.util.List;

import app.frontrow.RunningProduct;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.PageClient;
import app.frontrow.members.MemberService;
import app.frontrow.rules.ProvesRule;
import app.frontrow.security.session.MemberSessionService;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The database was restored and does not have some members who are logged in.
 */
@RunningProduct
class LostMemberSessionCleanupIT {

	@Test
	@ProvesRule(rule = "Members whom a restored database does not have are logged out",
			guard = "LostMemberSessionCleanup.endLost", brokenBy = "leaving the sessions alone")
	void lostMembersAreLoggedOutAndOthersStay(@LocalServerPort int port, @Autowired MemberSessionService sessions,
			@Autowired MemberService members, @Autowired JdbcClient jdbc) {
		ApiClient program = ApiClient.at(port).signUpAndLogIn();
		String username = program.get("/api/v1/members/me").expect(200).text("username");
		PageClient browser = PageClient.at(port);
		browser.logIn(username, "correct horse");
		assertThat(browser.get("/me/account").statusCode()).isEqualTo(200);
		ApiClient other = ApiClient.at(port).signUpAndLogIn();
		assertThat(jdbc.sql("delete from members where username = ?").param(username).update()).isEqualTo(1);
		List.of("/api/v1/members/me", "/api/v1/wallet", "/api/v1/reservations", "/api/v1/sessions")
			.forEach(
					(path) -> assertThat(program.get(path).status()).as("before the cleanup: " + path).isLessThan(500));
		List.of("/", "/me/account", "/me/wallet", "/me/reservations")
			.forEach((path) -> assertThat(browser.get(path).statusCode()).as("before the cleanup: " + path)
				.isLessThan(500));

		new LostMemberSessionCleanup(sessions, members).endOnce();

		program.get("/api/v1/wallet").expectProblem(401, "not-authenticated");
		program.charge(1_000).expectProblem(401, "not-authenticated");
		HttpResponse<String> account = browser.get("/me/account");
		assertThat(account.statusCode()).isEqualTo(302);
		assertThat(account.headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).contains("/login"));
		other.charge(1_000).expect(201);
	}

}
