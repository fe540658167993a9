package app.frontrow.e2e;

import java.util.UUID;

import app.frontrow.shared.StaffRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The owner makes a concert, announces it, gives a role, and sees all of it in the trail.
 */
class OfficeE2EIT extends BrowserTest {

	@ParameterizedTest
	@ValueSource(strings = { "en", "ko" })
	void ownerWalksTheOffice(String language) {
		Browser browser = open().logIn(this.audience.staffAccount(StaffRole.OWNER, null), MemberJourney.PASSWORD);
		browser.language(language).until((driver) -> !browser.go("/office").all("office-new-concert").isEmpty());
		String title = "밤 " + UUID.randomUUID();
		browser.click("office-new-concert")
			.type("concert-title", title)
			.type("concert-artist", "별무리 밴드")
			.type("concert-venue", "Frontrow Hall")
			.type("price-grade", "R")
			.type("price-amount", "120000");
		browser.script("""
				const set = (id, value) => document.querySelector(`[data-testid="${id}"]`).value = value;
				set('concert-sales-open-at', '2097-05-01T20:00'); set('show-series-from', '2098-05-01');
				set('show-series-to', '2098-05-31'); set('show-series-time', '19:30');
				document.querySelectorAll('[data-testid="show-series-weekdays"] option')[4].selected = true;""");
		browser.click("show-series-add");
		browser.until((driver) -> browser.all("show-starts-at").size() == 5);
		browser.click("concert-announce").find("flash");
		String concert = browser.path().replaceAll("\\D", "");
		assertThat(browser.go("/concerts/" + concert).driver().getPageSource()).contains(title);

		browser.go("/office/staff")
			.type("staff-username", this.audience.staffAccount(StaffRole.DOOR, null))
			.type("staff-concert", concert)
			.click("staff-invite")
			.find("flash");
		browser.go("/office/trail");
		assertThat(browser.find("trail-verified").getAttribute("data-intact")).isEqualTo("true");
		assertThat(browser.all("trail-row")).extracting((row) -> row.getAttribute("data-what"))
			.startsWith("staff-granted", "concert-added");
	}

}
