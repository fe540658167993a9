package app.frontrow.e2e;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Programme;
import app.frontrow.catalogue.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.Concerts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job in a browser: wait with a full room, choose a seat, top up, pay.
 */
@RunningProduct
@TestPropertySource(properties = { "frontrow.queue.capacity=2", "frontrow.queue.absence=20s" })
class BookingE2EIT {

	@RegisterExtension
	private final Browsers browsers = new Browsers();

	@LocalServerPort
	private int port;

	@Autowired
	private Programme programme;

	@Autowired
	private Catalogue catalogue;

	private Show show;

	private long concert;

	@BeforeEach
	void aConcertOnSale() {
		this.show = Concerts.showOnSale(this.programme, this.catalogue);
		this.concert = this.show.concertId();
	}

	@Test
	void fromSigningUpToTheTicket() {
		ApiClient first = inside();
		inside();
		Browser browser = this.browsers.open(this.port);
		Fan fan = new Fan(browser).signUp().join(this.concert);
		browser.at("/queue");
		assertThat(browser.text("queue-position")).contains("1");
		assertThat(browser.text("queue-ahead")).contains("0");
		assertThat(browser.driver().getTitle()).contains("1");

		first.delete("/api/v1/queue-tokens/current").expect(204);
		fan.chooseDate(this.concert).hold(7);
		assertThat(browser.text("order-total")).isEqualTo("₩150,000");
		assertThat(browser.text("balance")).isEqualTo("₩0");

		browser.click("pay");
		assertThat(browser.find("error-code").getAttribute("textContent")).contains("insufficient-balance");
		assertThat(browser.text("hold-countdown")).isNotBlank();

		browser.type("charge-amount", "200000").click("charge-submit");
		browser.until((driver) -> browser.text("balance").equals("₩200,000"));
		browser.click("pay").find("payment-receipt");
		assertThat(browser.all("ticket")).hasSize(1);

		browser.go("/me/reservations");
		assertThat(browser.all("ticket")).hasSize(1);
		browser.go("/me/wallet");
		assertThat(browser.all("ledger-row")).hasSize(2);
		assertThat(browser.text("balance")).isEqualTo("₩50,000");
	}

	@Test
	void aSecondBrowserFindsTheSeatTaken() {
		Browser one = this.browsers.open(this.port);
		Browser two = this.browsers.open(this.port);
		Fan first = new Fan(one).signUp().join(this.concert).chooseDate(this.concert);
		Fan second = new Fan(two).signUp().join(this.concert).chooseDate(this.concert);

		two.click("seat-12");
		first.hold(12);
		two.click("hold-seats");
		two.until((driver) -> two.all("error-code")
			.stream()
			.anyMatch((code) -> code.getAttribute("textContent").contains("seat-taken"))
				|| "held".equals(two.find("seat-12").getAttribute("data-status")));
		assertThat(two.path()).contains("/seats");
		two.go("/shows/" + this.show.id() + "/seats");
		assertThat(two.find("seat-12").getAttribute("data-status")).isEqualTo("held");
		second.hold(13);
	}

	@Test
	void aPaidTicketIsGivenBack() {
		Browser browser = this.browsers.open(this.port);
		new Fan(browser).signUp().join(this.concert).chooseDate(this.concert).hold(50);
		browser.type("charge-amount", "90000").click("charge-submit");
		browser.until((driver) -> browser.text("balance").equals("₩90,000"));
		browser.click("pay").find("payment-receipt");

		browser.driver().findElement(By.cssSelector("details summary")).click();
		browser.click("cancel-reservation");
		browser.until((driver) -> browser.all("ticket").isEmpty());
		browser.go("/me/wallet");
		assertThat(browser.text("balance")).isEqualTo("₩90,000");
		assertThat(browser.all("ledger-row")).hasSize(3);
	}

	/** A member who is inside and stays there, over the API. */
	private ApiClient inside() {
		ApiClient member = ApiClient.at(this.port).signUpAndLogIn();
		ApiClient.Answer token = member.post("/api/v1/concerts/" + this.concert + "/queue-tokens", null).expect(201);
		assertThat(token.text("status")).isEqualTo("ADMITTED");
		return member.withQueueToken(token.text("queueToken"));
	}

}
