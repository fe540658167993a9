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
 * Forms of old pages change nothing, and the answer tells the member how to go on.
 */
class StalePagesIT extends ProductTest {

	private Show show;

	@BeforeEach
	void concertOnSale() {
		this.show = ConcertFixture.showOnSale(this.programme, this.catalogue);
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
	void signingUpLeadsToTheRecoveryCodes() {
		assertThat(location(signUp(PageClient.at(this.port)))).isEqualTo("/me/account/recovery-codes");
	}

	@Test
	void formFromBeforeALogOutIsRefused() {
		PageClient member = PageClient.at(this.port).signUpAndLogIn();
		Map<String, String> charge = member.filled("/me/wallet", "/me/wallet/charges", "amount", "5000");
		member.submit("/me/wallet", "/logout");

		HttpResponse<String> late = member.post("/me/wallet/charges", charge);

		assertThat(late.statusCode()).isEqualTo(403);
		assertThat(late.body()).contains("data-code=\"forbidden\"", "out of date", "href=\"/login\"");
	}

	@Test
	void addressOfAFormLeadsToItsPage() {
		PageClient member = PageClient.at(this.port).signUpAndLogIn();
		String order = "/reservations/" + UUID.randomUUID();

		assertThat(location(member.get("/me/wallet/charges"))).isEqualTo("/me/wallet");
		assertThat(location(member.get("/reservations"))).isEqualTo("/me/reservations");
		assertThat(location(member.get(order + "/pay"))).isEqualTo(order);
		assertThat(location(member.get(order + "/cancel"))).isEqualTo(order);
	}

	@Test
	void damagedKeyIsRefused() {
		PageClient member = PageClient.at(this.port).signUpAndLogIn();

		HttpResponse<String> refused = member.submit("/me/wallet", "/me/wallet/charges", "amount", "5000",
				"idempotencyKey", "not a key");

		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("data-code=\"validation-failed\"").doesNotContain("ledger-row");
	}

	@Test
	void seatsPointToTheTicketsAfterPaying() {
		PageClient member = PageClient.at(this.port).signUpAndLogIn();
		member.queue(this.show.concertId());
		String seats = "/shows/" + this.show.id() + "/seats";
		String order = location(member.submit(seats, "/reservations", "seatNumbers", "50"));
		member.submit(order, "/me/wallet/charges", "amount", "90000");
		member.submit(order, order + "/pay");

		HttpResponse<String> back = member.get(seats);

		assertThat(back.statusCode()).isEqualTo(410);
		assertThat(back.body()).contains("data-code=\"queue-token-expired\"", "href=\"/me/reservations\"",
				"paid already");
	}

	private static HttpResponse<String> signUp(PageClient visitor) {
		return visitor.submit("/signup", "/signup", "username",
				"s" + UUID.randomUUID().toString().replace("-", "").substring(0, 20), "displayName", "수아", "password",
				"correct horse");
	}

}
