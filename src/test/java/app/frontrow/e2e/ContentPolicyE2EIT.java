package app.frontrow.e2e;

import java.util.ArrayList;
import java.util.List;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No page breaks the content policy, and none has an error in the console.
 */
class ContentPolicyE2EIT extends BrowserTest {

	@Test
	@ProvesRule(rule = "Every page keeps to the content policy", brokenBy = "adding a style to account.html")
	void noPageBreaksTheContentPolicy() {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		String concert = "/concerts/" + show.concertId();
		Browser browser = open();
		List<String> complaints = new ArrayList<>();

		List.of("/", concert, concert + "/draw", "/login", "/signup", "/nothing")
			.forEach((path) -> look(browser, path, complaints));
		MemberJourney fan = new MemberJourney(browser).signUp();
		look(browser, concert + "/queue", complaints);
		fan.join(show.concertId()).chooseDate(show.concertId());
		listen(browser, "seats", complaints);
		fan.hold(7);
		listen(browser, "order", complaints);
		List.of("/me/reservations", "/me/wallet", "/me/account", concert + "/shows", "/office/reconciliation")
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
		browser.complaints()
			.stream()
			.filter((complaint) -> !complaint.contains("the server responded with a status of 40"))
			.forEach((complaint) -> complaints.add(where + ": " + complaint));
	}

}
