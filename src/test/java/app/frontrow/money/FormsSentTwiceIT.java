package app.frontrow.money;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Programme;
import app.frontrow.catalogue.Show;
import app.frontrow.journey.Concerts;
import app.frontrow.journey.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Double clicks, reloads and the back button: the same form sent twice does its work
 * once, and both answers lead to the same place.
 */
@RunningProduct
@Tag("database")
class FormsSentTwiceIT {

	@LocalServerPort
	private int port;

	@Autowired
	private Programme programme;

	@Autowired
	private Catalogue catalogue;

	private Show show;

	private PageClient browser;

	@BeforeEach
	void aMemberInside() {
		this.show = Concerts.showOnSale(this.programme, this.catalogue);
		this.browser = PageClient.at(this.port).signUpAndLogIn();
		String queue = "/concerts/" + this.show.concertId() + "/queue";
		Map<String, String> join = PageClient.form(this.browser.get("/concerts/" + this.show.concertId()), queue);
		assertThat(this.browser.post(queue, join).statusCode()).isBetween(300, 399);
	}

	@Test
	void oneTopUpOneHoldOnePayment() {
		Map<String, String> charge = PageClient.form(this.browser.get("/me/wallet"), "/me/wallet/charges");
		charge.put("amount", "200000");
		assertThat(twice("/me/wallet/charges", charge)).containsOnly("/me/wallet");
		assertThat(this.browser.get("/me/wallet").body()).containsOnlyOnce("data-testid=\"ledger-row\"")
			.contains("data-amount=\"200000\"");

		Map<String, String> hold = PageClient.form(this.browser.get("/shows/" + this.show.id() + "/seats"),
				"/reservations");
		hold.put("seatNumbers", "9");
		List<String> orders = twice("/reservations", hold).stream().distinct().toList();
		assertThat(orders).hasSize(1);
		assertThat(this.browser.post("/reservations", hold).headers().firstValue("Location").orElseThrow())
			.endsWith(orders.get(0));

		String pay = orders.get(0) + "/pay";
		Map<String, String> payment = PageClient.form(this.browser.get(orders.get(0)), pay);
		assertThat(twice(pay, payment)).containsOnly(orders.get(0));
		assertThat(this.browser.get(orders.get(0)).body()).contains("payment-receipt")
			.containsOnlyOnce("data-testid=\"ticket\"");
		assertThat(this.browser.get("/me/wallet").body()).contains("data-amount=\"50000\"");
	}

	@Test
	void aFormWithoutItsCsrfTokenIsRefusedAndChangesNothing() {
		Map<String, String> charge = PageClient.form(this.browser.get("/me/wallet"), "/me/wallet/charges");
		charge.remove("_csrf");
		charge.put("amount", "200000");
		HttpResponse<String> refused = this.browser.post("/me/wallet/charges", charge);
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("data-testid=\"error-code\"");
		assertThat(this.browser.get("/me/wallet").body()).doesNotContain("ledger-row");
	}

	@Test
	void aNameThatLooksLikeAScriptIsText() {
		assertThat(this.browser.get("/").body()).contains("&lt;script&gt;alert(1)&lt;/script&gt;")
			.doesNotContain("<script>alert");
	}

	/** Sends the form twice at the same time; answers where each answer leads. */
	private List<String> twice(String path, Map<String, String> form) {
		List<CompletableFuture<HttpResponse<String>>> clicks = Stream
			.generate(() -> CompletableFuture.supplyAsync(() -> this.browser.post(path, form)))
			.limit(2)
			.toList();
		return clicks.stream().map(CompletableFuture::join).map((answer) -> {
			assertThat(answer.statusCode()).as(answer.body()).isBetween(300, 399);
			return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
		}).toList();
	}

}
