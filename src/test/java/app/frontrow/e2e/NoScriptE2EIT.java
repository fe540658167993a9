package app.frontrow.e2e;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole journey without JavaScript.
 */
class NoScriptE2EIT extends BrowserTest {

	@Test
	@ProvesRule(rule = "The waiting room moves without JavaScript", guard = "layout/page.html:refresh",
			brokenBy = "leaving out the refresh")
	void memberGetsATicketWithoutScripts() {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		String title = this.catalogue.getConcert(show.concertId()).title();
		TicketOfficeClient office = new TicketOfficeClient(this.audience.admin());
		office.shut(show.concertId());
		Browser browser = this.browsers.openWithoutScript(this.port);

		browser.go("/?q=" + title.substring(title.indexOf(' ') + 1));
		assertThat(browser.all("concert-card")).hasSize(1);
		assertThat(browser.driver().getPageSource()).as("no JavaScript").doesNotContain("htmx-indicator");
		MemberJourney fan = new MemberJourney(browser).signUpByForm().join(show.concertId());
		browser.at("/queue");
		assertThat(browser.text("queue-position")).contains("1");

		office.open(show.concertId());
		fan.chooseDate(show.concertId()).hold(31);
		assertThat(browser.text("order-total")).isEqualTo("₩90,000");
		browser.click("charge-submit");
		browser.until((driver) -> browser.text("balance").equals("₩90,000"));
		browser.click("language-switch");
		browser.until((driver) -> driver.getPageSource().contains("<html lang=\"ko\""));
		browser.click("pay").find("payment-receipt");
		assertThat(browser.all("ticket")).hasSize(1);
		browser.click("ticket-enlarge").at("/tickets/31");
		assertThat(browser.driver().findElement(By.cssSelector(".qr")).getSize().getWidth()).isGreaterThan(500);
		browser.click("logout").find("flash");
		assertThat(browser.all("logout")).isEmpty();
	}

}
