package app.frontrow.journey;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests without a log-in. Access by role and by owner is tested in {@code security}.
 */
class BadAccessIT extends ProductTest {

	private ApiClient nobody;

	private RefusalCheck refusals;

	private long concert;

	@BeforeEach
	void concertOnSale() {
		this.nobody = ApiClient.at(this.port);
		this.concert = ConcertFixture.onSale(this.programme, 1);
		this.refusals = new RefusalCheck(this.books, this.concert);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Bearer xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "Basic bWluYTptaW5h",
			"Bearer 00000000-0000-4000-8000-000000000000" })
	void unknownAuthorizationIsRefusedAlsoWithAQueueToken(String authorization) {
		ApiClient visitor = this.audience.member().queue(this.concert).with("Authorization", authorization);
		this.refusals.of(401, "not-authenticated", () -> visitor.charge(1));
		this.refusals.of(401, "not-authenticated", () -> visitor.shows(this.concert));
	}

	@Test
	void loggedOutTokenIsRefusedAtOnce() {
		ApiClient member = this.audience.member();
		member.balance();
		member.delete("/api/v1/sessions/current").expect(204);
		this.refusals.of(401, "not-authenticated", () -> member.get("/api/v1/wallet"));
		this.refusals.of(401, "not-authenticated", () -> member.charge(1));
	}

	@Test
	void apiReadsNoCookieAndPagesReadNoBearerToken() {
		ApiClient member = this.audience.member();
		String session = member.header("Authorization").substring("Bearer ".length());
		ApiClient browser = this.nobody.with("Cookie", "frontrow-session=" + session);
		this.refusals.of(401, "not-authenticated", () -> browser.get("/api/v1/wallet"));
		this.refusals.of(401, "not-authenticated", () -> browser.charge(1));
		assertThat(browser.get("/me/wallet").status()).isNotEqualTo(302);
		assertThat(member.get("/me/wallet").expect(302).header("Location")).endsWith("/login");
	}

}
