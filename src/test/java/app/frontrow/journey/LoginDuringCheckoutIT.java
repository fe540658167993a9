package app.frontrow.journey;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import app.frontrow.catalogue.concert.Show;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static app.frontrow.journey.PageClient.location;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A log-in ends while its member buys. The form that was sent then does nothing, and the
 * next log-in leads back to the page of the form.
 */
class LoginDuringCheckoutIT extends ProductTest {

	private static final String PASSWORD = "correct horse";

	private final String username = "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);

	private Show show;

	private PageClient browser;

	@BeforeEach
	void memberAndAConcertOnSale() {
		this.show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		ApiClient.at(this.port)
			.post("/api/v1/members", Map.of("username", this.username, "password", PASSWORD, "displayName", "수아"))
			.expect(201);
		this.browser = PageClient.at(this.port);
		this.browser.logIn(this.username, PASSWORD);
	}

	@Test
	void logInReturnsToThePageOfEachStep() {
		String concert = "/concerts/" + this.show.concertId();
		assertLeadsBack(concert, concert + "/queue");
		this.browser.queue(this.show.concertId());
		assertLeadsBack(concert + "/shows", concert + "/queue/leave");
		String seats = "/shows/" + this.show.id() + "/seats";
		assertLeadsBack(seats + "?seats=50", "/reservations", "seatNumbers", "50");
		String order = location(this.browser.submit(seats, "/reservations", "seatNumbers", "50"));
		assertLeadsBack(order, "/me/wallet/charges", "amount", "90000");
		assertLeadsBack(order, order + "/pay");
		assertLeadsBack(order, order + "/cancel");
		assertThat(this.browser.get(order).body()).contains("data-status=\"held\"", "data-amount=\"0\"");
	}

	/** Once as a plain form, and once as a script of the page sends it. */
	private void assertLeadsBack(String page, String form, String... fields) {
		Map<String, String> first = this.browser.filled(page, form, fields);
		endLogIn();
		assertThat(location(this.browser.postFrom(page, form, first))).as(form).isEqualTo("/login");
		assertThat(target(this.browser.logIn(this.username, PASSWORD))).as(form).endsWith(page);
		Map<String, String> again = this.browser.filled(page, form, fields);
		endLogIn();
		HttpResponse<String> inPlace = this.browser.postInPlace(page, form, again);
		assertThat(inPlace.headers().firstValue("HX-Redirect")).as(form).contains("/login?ended");
		assertThat(target(this.browser.logIn(this.username, PASSWORD))).as(form).endsWith(page);
	}

	private static String target(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow();
	}

	private void endLogIn() {
		this.browser.plant("frontrow-session", "ended");
	}

}
