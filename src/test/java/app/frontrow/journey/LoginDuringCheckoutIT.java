package app.frontrow.journey;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Programme;
import app.frontrow.catalogue.Show;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A log-in ends while its member buys. The form that was sent then does nothing, and the
 * next log-in leads back to the page of the form.
 */
@RunningProduct
class LoginDuringCheckoutIT {

	private static final String PASSWORD = "correct horse";

	@LocalServerPort
	private int port;

	@Autowired
	private Programme programme;

	@Autowired
	private Catalogue catalogue;

	private final String username = "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);

	private Show show;

	private PageClient browser;

	@BeforeEach
	void aMemberAndAConcertOnSale() {
		this.show = Concerts.showOnSale(this.programme, this.catalogue);
		ApiClient.at(this.port)
			.post("/api/v1/members", Map.of("username", this.username, "password", PASSWORD, "displayName", "수아"))
			.expect(201);
		this.browser = PageClient.at(this.port);
		this.browser.logIn(this.username, PASSWORD);
	}

	@Test
	void everyStepLeadsBackToItsPage() {
		String concert = "/concerts/" + this.show.concertId();
		String queue = concert + "/queue";
		Map<String, String> join = PageClient.form(this.browser.get(concert), queue);
		assertLeadsBack(concert, queue, join);
		this.browser.post(queue, join(concert, queue));

		String shows = concert + "/shows";
		assertLeadsBack(shows, queue + "/leave", PageClient.form(this.browser.get(shows), queue + "/leave"));

		String seats = "/shows/" + this.show.id() + "/seats";
		Map<String, String> hold = new HashMap<>(PageClient.form(this.browser.get(seats), "/reservations"));
		hold.put("seatNumbers", "50");
		assertLeadsBack(seats + "?seats=50", "/reservations", hold);
		hold.put("_csrf", PageClient.form(this.browser.get(seats), "/reservations").get("_csrf"));
		String order = path(this.browser.post("/reservations", hold));

		Map<String, String> charge = new HashMap<>(PageClient.form(this.browser.get(order), "/me/wallet/charges"));
		charge.put("amount", "90000");
		assertLeadsBack(order, "/me/wallet/charges", charge);
		assertLeadsBack(order, order + "/pay", PageClient.form(this.browser.get(order), order + "/pay"));
		assertLeadsBack(order, order + "/cancel", PageClient.form(this.browser.get(order), order + "/cancel"));
		assertThat(this.browser.get(order).body()).contains("data-status=\"held\"", "data-amount=\"0\"");
	}

	@Test
	void aFormFromBeforeALogOutLeadsBackToItsPage() {
		HttpResponse<String> wallet = this.browser.get("/me/wallet");
		Map<String, String> charge = PageClient.form(wallet, "/me/wallet/charges");
		this.browser.post("/logout", PageClient.form(wallet, "/logout"));

		assertThat(this.browser.postFrom("/me/wallet", "/me/wallet/charges", charge).statusCode()).isEqualTo(403);

		assertThat(path(this.browser.logIn(this.username, PASSWORD))).isEqualTo("/me/wallet");
	}

	private Map<String, String> join(String concert, String queue) {
		return PageClient.form(this.browser.get(concert), queue);
	}

	/** Once as a plain form, and once as a script of the page sends it. */
	private void assertLeadsBack(String page, String form, Map<String, String> fields) {
		endLogIn();
		HttpResponse<String> plain = this.browser.postFrom(page, form, fields);
		assertThat(path(plain)).as(form).isEqualTo("/login");
		assertThat(location(this.browser.logIn(this.username, PASSWORD))).as(form).endsWith(page);

		Map<String, String> again = new HashMap<>(fields);
		again.put("_csrf", PageClient.form(this.browser.get("/me/wallet"), "/logout").get("_csrf"));
		endLogIn();
		HttpResponse<String> inPlace = this.browser.postInPlace(page, form, again);
		assertThat(inPlace.headers().firstValue("HX-Redirect")).as(form).contains("/login");
		assertThat(location(this.browser.logIn(this.username, PASSWORD))).as(form).endsWith(page);
		this.browser.get(page);
	}

	private void endLogIn() {
		this.browser.plant("frontrow-session", "ended");
	}

	private static String path(HttpResponse<String> answer) {
		return URI.create(location(answer)).getPath();
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow();
	}

}
