package app.frontrow.journey;

import java.net.http.HttpResponse;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two members use one browser after each other. Neither sees or ends the place of the
 * other.
 */
class SharedBrowserIT extends ProductTest {

	private static final String CURRENT = "/api/v1/queue-tokens/current";

	private long concert;

	private PageClient browser;

	private String token;

	@BeforeEach
	void memberInTheQueue() {
		this.concert = ConcertFixture.onSale(this.programme, 1);
		this.browser = PageClient.at(this.port).signUpAndLogIn();
		this.browser.queue(this.concert);
		this.token = cookie();
		assertThat(this.token).isNotNull();
	}

	@Test
	@ProvesRule(rule = "A log-out removes queue tokens from the browser", guard = "SecurityConfiguration.pages",
			brokenBy = "leaving out addLogoutHandler")
	void logOutRemovesTheTokenAndKeepsThePlace() {
		HttpResponse<String> page = this.browser.get("/me/wallet");

		this.browser.post("/logout", PageClient.form(page, "/logout"));

		assertThat(cookie()).isNull();
		assertThat(status()).isEqualTo("ADMITTED");
	}

	@Test
	void nextMemberDoesNotEndThePlaceOfTheFirst() {
		// the first one did not log out: the log-in ended by itself
		this.browser.plant("frontrow-session", "ended");
		this.browser.signUpAndLogIn();
		assertThat(cookie()).isEqualTo(this.token);

		HttpResponse<String> queue = this.browser.get("/concerts/" + this.concert + "/queue");
		assertThat(queue.body()).contains("data-status=\"none\"");
		this.browser.post("/concerts/" + this.concert + "/queue/leave", PageClient.form(queue, "/logout"));

		assertThat(status()).isEqualTo("ADMITTED");
	}

	private String status() {
		return ApiClient.at(this.port).withQueueToken(this.token).get(CURRENT).expect(200).text("status");
	}

	private String cookie() {
		return this.browser.cookie("frontrow-queue-" + this.concert);
	}

}
