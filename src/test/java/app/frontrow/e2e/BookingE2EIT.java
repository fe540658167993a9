package app.frontrow.e2e;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job in a browser, while the room is full: wait, choose a seat, top up, pay.
 */
@TestPropertySource(properties = { "frontrow.queue.capacity=2", "frontrow.queue.absence=20s" })
class BookingE2EIT extends BrowserTest {

	@Test
	void memberSignsUpAndGetsATicket() {
		long concert = ConcertFixture.onSale(this.programme, 1);
		ApiClient first = this.audience.member().comeIn(concert);
		this.audience.member().comeIn(concert);
		Browser browser = open();
		MemberJourney fan = new MemberJourney(browser).signUpByForm().join(concert);
		browser.at("/queue");
		assertThat(browser.text("queue-position")).contains("1");
		assertThat(browser.text("queue-ahead")).contains("0");
		assertThat(browser.driver().getTitle()).contains("1");

		first.leave().expect(204);
		fan.chooseDate(concert).hold(7);
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

}
