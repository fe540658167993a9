package app.frontrow.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Programme;
import app.frontrow.catalogue.Show;
import app.frontrow.journey.Concerts;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.logging.LogType;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page keeps to the content policy, and nothing on it fails: the browser has
 * nothing to complain of.
 */
@RunningProduct
class ContentPolicyE2EIT {

	@RegisterExtension
	private final Browsers browsers = new Browsers();

	@LocalServerPort
	private int port;

	@Test
	@ProvesRule(rule = "Every page keeps to the content policy", brokenBy = "adding a style to account.html")
	void theBrowserHasNothingToComplainOf(@Autowired Programme programme, @Autowired Catalogue catalogue) {
		Show show = Concerts.showOnSale(programme, catalogue);
		String concert = "/concerts/" + show.concertId();
		Browser browser = this.browsers.open(this.port);
		List<String> complaints = new ArrayList<>();

		List.of("/", concert, concert + "/draw", "/login", "/signup", "/nothing")
			.forEach((path) -> look(browser, path, complaints));
		Fan fan = new Fan(browser).signUp();
		look(browser, concert + "/queue", complaints);
		fan.join(show.concertId()).chooseDate(show.concertId());
		listen(browser, "seats", complaints);
		fan.hold(7);
		listen(browser, "order", complaints);
		List.of("/me/reservations", "/me/wallet", "/me/account", concert + "/shows", "/admin/reconciliation")
			.forEach((path) -> look(browser, path, complaints));
		browser.go("/me/account").click("change-password");
		listen(browser, "a refused form", complaints);

		assertThat(complaints).isEmpty();
	}

	private static void look(Browser browser, String path, List<String> complaints) {
		browser.go(path);
		browser.until((driver) -> driver.getTitle().contains("Frontrow"));
		listen(browser, path, complaints);
	}

	/** That a page answers with 4xx is no complaint of the page. */
	private static void listen(Browser browser, String where, List<String> complaints) {
		browser.driver()
			.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.filter((entry) -> !entry.getMessage().contains("the server responded with a status of 40"))
			.forEach((entry) -> complaints.add(where + ": " + entry.getMessage()));
	}

}
