package app.frontrow.journey;

import java.net.URI;
import java.net.http.HttpResponse;
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
 * Pages that were left open, reached by a detour or sent in a state that is gone: each
 * ends in words that help, and changes nothing.
 */
@RunningProduct
class StalePagesIT {

	@LocalServerPort
	private int port;

	@Autowired
	private Programme programme;

	@Autowired
	private Catalogue catalogue;

	private Show show;

	@BeforeEach
	void aConcertOnSale() {
		this.show = Concerts.showOnSale(this.programme, this.catalogue);
	}

	@Test
	void signingUpOnTheWayToTheWaitingRoomLeadsThere() {
		PageClient visitor = PageClient.at(this.port);
		String queue = "/concerts/" + this.show.concertId() + "/queue";
		assertThat(location(visitor.get(queue))).isEqualTo("/login");

		assertThat(location(signUp(visitor))).isEqualTo(queue);
		assertThat(visitor.get(queue).statusCode()).isEqualTo(200);
	}

	@Test
	void whoSignsUpWithoutAnAimStartsAtTheConcerts() {
		assertThat(location(signUp(PageClient.at(this.port)))).isEqualTo("/");
	}

	@Test
	void aFormFromBeforeLoggingOutIsOutOfDateAndChangesNothing() {
		PageClient member = PageClient.at(this.port).signUpAndLogIn();
		HttpResponse<String> wallet = member.get("/me/wallet");
		Map<String, String> charge = PageClient.form(wallet, "/me/wallet/charges");
		charge.put("amount", "5000");
		member.post("/logout", PageClient.form(wallet, "/logout"));

		HttpResponse<String> late = member.post("/me/wallet/charges", charge);

		assertThat(late.statusCode()).isEqualTo(403);
		assertThat(late.body()).contains("data-code=\"forbidden\"", "out of date", "href=\"/login\"");
	}

	@Test
	void tryingAgainByTheAddressOfAFormLeadsToItsPage() {
		PageClient member = PageClient.at(this.port).signUpAndLogIn();
		String order = "/reservations/" + UUID.randomUUID();

		assertThat(location(member.get("/me/wallet/charges"))).isEqualTo("/me/wallet");
		assertThat(location(member.get("/reservations"))).isEqualTo("/me/reservations");
		assertThat(location(member.get(order + "/pay"))).isEqualTo(order);
		assertThat(location(member.get(order + "/cancel"))).isEqualTo(order);
	}

	@Test
	void aDamagedKeyIsRefusedAndChangesNothing() {
		PageClient member = PageClient.at(this.port).signUpAndLogIn();
		Map<String, String> charge = PageClient.form(member.get("/me/wallet"), "/me/wallet/charges");
		charge.put("amount", "5000");
		charge.put("idempotencyKey", "not a key");

		HttpResponse<String> refused = member.post("/me/wallet/charges", charge);

		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("data-code=\"validation-failed\"").doesNotContain("ledger-row");
	}

	@Test
	void afterPayingTheSeatsPointToTheTickets() {
		PageClient member = PageClient.at(this.port).signUpAndLogIn();
		String queue = "/concerts/" + this.show.concertId() + "/queue";
		member.post(queue, PageClient.form(member.get("/concerts/" + this.show.concertId()), queue));
		String seats = "/shows/" + this.show.id() + "/seats";
		Map<String, String> hold = PageClient.form(member.get(seats), "/reservations");
		hold.put("seatNumbers", "50");
		String order = location(member.post("/reservations", hold));
		Map<String, String> charge = PageClient.form(member.get(order), "/me/wallet/charges");
		charge.put("amount", "90000");
		member.post("/me/wallet/charges", charge);
		member.post(order + "/pay", PageClient.form(member.get(order), order + "/pay"));

		HttpResponse<String> back = member.get(seats);

		assertThat(back.statusCode()).isEqualTo(410);
		assertThat(back.body()).contains("data-code=\"queue-token-expired\"", "href=\"/me/reservations\"",
				"paid already");
	}

	private HttpResponse<String> signUp(PageClient visitor) {
		Map<String, String> form = PageClient.form(visitor.get("/signup"), "/signup");
		form.put("username", "s" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));
		form.put("displayName", "수아");
		form.put("password", "correct horse");
		return visitor.post("/signup", form);
	}

	private static String location(HttpResponse<String> answer) {
		return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
	}

}
