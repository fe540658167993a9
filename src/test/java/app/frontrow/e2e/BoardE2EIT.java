package app.frontrow.e2e;

import java.util.List;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The box office watches a sale in a browser, steers its queue, and compares it with
 * another one.
 */
class BoardE2EIT extends BrowserTest {

	/** Scrolls to the first empty chart; true if there is none. */
	private static final String DRAWN = """
			const empty = [...document.querySelectorAll('canvas[data-table]')].find((canvas) => {
			  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
			  copy.drawImage(canvas, 0, 0);
			  const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
			  return data.every((part) => part === 0);
			});
			empty?.scrollIntoView();
			return !empty;""";

	@ParameterizedTest
	@ValueSource(strings = { "en", "ko" })
	@ProvesRule(rule = "The board follows a sale by itself", guard = "office/board.html:hx-select-oob",
			brokenBy = "leaving out the id of a part in hx-select-oob")
	void boardFollowsTheSaleAndSteersIt(String language) {
		Show other = ConcertFixture.showOnSale(this.programme, this.catalogue);
		buy(other, 1);
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		Browser browser = logIn(StaffRole.BOX_OFFICE);
		String page = "/office/concerts/" + show.concertId();
		browser.language(language).go(page);
		assertThat(browser.find("board-sold").getAttribute("data-value")).isEqualTo("0");

		buy(show, 2, 3);

		browser.until((driver) -> "2".equals(browser.find("board-sold").getAttribute("data-value"))
				&& "300000".equals(browser.find("board-revenue").getAttribute("data-value"))
				&& "1".equals(browser.find("board-admitted").getAttribute("data-value")));
		browser.until((driver) -> browser.script(DRAWN));
		browser.until((driver) -> browser
			.script("return [...document.querySelectorAll('#board-minutes td[data-value=\"1\"]')].length >= 4"));

		browser.type("queue-capacity", "7").type("queue-message", "잠시 쉬어 갑니다");
		browser.script("document.querySelector('[data-testid=\"queue-mode\"]').value = 'PAUSED'");
		browser.click("queue-save").find("flash");
		assertThat(browser.all("queue-change")).hasSize(1);
		assertThat(browser.find("queue-mode").getAttribute("value")).isEqualTo("PAUSED");
		assertThat(this.audience.admin().get("/api/v1/concerts/" + show.concertId() + "/queue").text("message"))
			.isEqualTo("잠시 쉬어 갑니다");

		browser.script("document.querySelector('[data-testid=\"compare-with\"]').value = arguments[0]",
				String.valueOf(other.concertId()));
		browser.click("compare").find("compare-table");
		browser.until((driver) -> browser.script(DRAWN));
		assertThat(browser.complaints()).isEmpty();
	}

	@Test
	void pausedBoardStands() {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		Browser browser = logIn(StaffRole.OWNER);
		browser.go("/office/concerts/" + show.concertId()).click("board-pause");
		String before = browser.find("board-updated").getAttribute("datetime");

		browser.asyncScript("setTimeout(arguments[arguments.length - 1], 4000)");

		assertThat(browser.find("board-updated").getAttribute("datetime")).isEqualTo(before);
		browser.click("board-pause");
		browser.until((driver) -> !before.equals(browser.find("board-updated").getAttribute("datetime")));
	}

	@Test
	void filesAreOffered() {
		Browser browser = logIn(StaffRole.FINANCE);
		browser.go("/office/exports").type("export-concert", "7").click("export-choose");
		browser.at("concertId=7");

		assertThat(browser.all("export-link")).hasSize(10)
			.allSatisfy((link) -> assertThat(link.getAttribute("href")).contains("concertId=7"));
		assertThat(browser.complaints()).isEqualTo(List.of());
	}

	private Browser logIn(StaffRole role) {
		Browser browser = open().logIn(this.audience.staffAccount(role, null), MemberJourney.PASSWORD);
		browser.until((driver) -> !browser.go("/office").driver().getPageSource().contains("data-code=\"forbidden\""));
		return browser;
	}

	private void buy(Show show, Integer... seats) {
		ApiClient fan = this.audience.member().comeIn(show.concertId());
		fan.charge(1_000_000).expect(201);
		fan.pay(fan.hold(show.id(), seats).expect(201).text("id")).expect(201);
	}

}
