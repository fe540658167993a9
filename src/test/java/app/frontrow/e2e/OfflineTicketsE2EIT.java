package app.frontrow.e2e;

import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tickets of the signed-in member without a network.
 */
class OfflineTicketsE2EIT extends BrowserTest {

	private static final String KEPT = """
			const told = arguments[arguments.length - 1];
			caches.open('ticket-pages').then((pages) => pages.keys())
			  .then((kept) => told(kept.map(({ url }) => new URL(url).pathname).sort().join()));
			""";

	@Test
	@ProvesRule(rule = "A browser keeps ticket pages only while the member is logged in", guard = "sw.js:forget",
			brokenBy = "leaving out the call for LOG_IN_OR_OUT")
	@ProvesRule(rule = "A browser keeps no page but those with tickets", guard = "sw.js:MAY_BE_KEPT",
			brokenBy = "keeping every page that is opened")
	void ticketsOpenWithoutANetworkUntilTheLogOut() {
		long concert = ConcertFixture.showOnSale(this.programme, this.catalogue).concertId();
		try (PluggableProxy cable = new PluggableProxy(this.port)) {
			Browser browser = this.browsers.open(cable.port());
			new MemberJourney(browser).signUp().join(concert).chooseDate(concert).hold(7);
			String order = browser.path();
			browser.click("charge-submit");
			browser.until((driver) -> browser.all("charge-amount").isEmpty());
			browser.click("pay").find("ticket");
			browser.until((driver) -> browser.asyncScript(KEPT).equals("/me/reservations," + order));
			browser.go("/me/wallet").find("balance");

			cable.pullOut();
			browser.go(order).find("ticket");
			assertThat(browser.script("return getComputedStyle(document.querySelector('.ticket')).display"))
				.as("with its styles")
				.isEqualTo("grid");
			browser.click("ticket-enlarge");
			browser.until((driver) -> browser.script("return !!document.querySelector('dialog:modal')").equals(true));
			browser.go("/me/reservations").find("ticket");
			assertThat(opens(browser, "/me/wallet")).isFalse();

			cable.plugIn();
			browser.go("/me/reservations").click("logout").find("flash");
			browser.until((driver) -> browser.asyncScript(KEPT).equals(""));
			cable.pullOut();
			assertThat(opens(browser, order)).isFalse();
			assertThat(opens(browser, "/me/reservations")).isFalse();
		}
	}

	private static boolean opens(Browser browser, String path) {
		try {
			browser.go(path);
			return !browser.driver().findElements(By.id("main")).isEmpty();
		}
		catch (WebDriverException unreachable) {
			return false;
		}
	}

}
