package app.frontrow.e2e;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The calendar, and the buttons for favourites and wishes, without JavaScript and by
 * keyboard.
 */
class CalendarE2EIT extends BrowserTest {

	private final YearMonth month = YearMonth.now(Show.ZONE).plusMonths(2);

	private final Instant start = this.month.atDay(10).atTime(0, 30).atZone(Show.ZONE).toInstant();

	@Test
	@ProvesRule(rule = "The calendar shows each show on its day in Seoul", guard = "CalendarMonthService.getMonth",
			brokenBy = "writing all shows on the first day")
	void monthIsInTheAddressAndIsAListOnAPhone() {
		ConcertDraft draft = ConcertFixture.draft(Instant.now().minusSeconds(60), 1);
		String title = "달력 " + UUID.randomUUID().toString().substring(0, 8);
		long concert = this.programme.register(new ConcertDraft(title, draft.artist(), draft.venue(), "",
				draft.salesOpenAt(), List.of(this.start, this.start.plus(1, ChronoUnit.DAYS)), draft.prices()));
		Browser browser = this.browsers.openWithoutScript(this.port).language("ko").size(1280, 900).go("/calendar");
		for (YearMonth next = YearMonth.now(Show.ZONE).plusMonths(1); !next.isAfter(this.month); next = next
			.plusMonths(1)) {
			browser.click("calendar-after").at("/calendar?month=" + next);
		}
		assertThat(browser.driver().getTitle()).startsWith(this.month.getYear() + "년");
		WebElement day = day(browser, 10);
		assertThat(day.getText()).contains(title);
		assertThat(day(browser, 11).getText()).contains(title);
		assertThat(day(browser, 9).getText()).doesNotContain(title);
		assertThat(browser.find("calendar").getCssValue("display")).isEqualTo("table");

		browser.size(360, 800);
		assertThat(browser.find("calendar").getCssValue("display")).isEqualTo("block");
		assertThat(browser.driver().findElements(By.cssSelector(".calendar-empty"))).noneMatch(WebElement::isDisplayed);
		WebElement link = day.findElement(By.linkText(day.findElement(By.tagName("a")).getText()));
		assertThat(link.getSize().getHeight()).isGreaterThanOrEqualTo(24);
		link.sendKeys(Keys.ENTER);
		browser.at("/concerts/" + concert);
		browser.go("/calendar?month=2101-01").find("error-code");
		browser.go("/calendar?month=x").find("error-code");
	}

	private WebElement day(Browser browser, int day) {
		return browser.driver()
			.findElement(By.cssSelector("time[datetime='" + this.month.atDay(day) + "']"))
			.findElement(By.xpath("./ancestor::td"));
	}

	@Test
	@ProvesRule(rule = "A concert is marked by the log-in that followed the press", guard = "WishAfterLoginStep.run",
			brokenBy = "leading back without the mark")
	void visitorMarksAndWishesWithoutJavaScriptAndWithoutAnotherPress() {
		long upcoming = this.programme.register(ConcertFixture.draft(Instant.now().plusSeconds(3600), 1));
		String username = this.audience.member().get("/api/v1/members/me").text("username");
		Browser browser = this.browsers.openWithoutScript(this.port).language("ko").size(320, 640);
		browser.go("/concerts/" + upcoming).click("favourite").at("/login");
		browser.type("login-username", username).type("login-password", MemberJourney.PASSWORD).click("login-submit");
		browser.at("/concerts/" + upcoming);
		assertThat(browser.find("favourite").getAttribute("aria-pressed")).isEqualTo("true");

		browser.click("notify-opening").find("flash");
		assertThat(browser.find("notify-opening").getAttribute("aria-pressed")).isEqualTo("true");
		browser.picture("concert-wishes-ko");
		browser.click("notify-opening").find("flash");
		assertThat(browser.find("notify-opening").getAttribute("aria-pressed")).isEqualTo("false");
		browser.go("/me/favourites");
		assertThat(browser.all("favourite-concert")).hasSize(1);
		browser.driver().findElement(By.cssSelector("[data-testid=favourite-concert] button")).click();
		browser.find("flash");
		assertThat(browser.all("favourite-concert")).isEmpty();
	}

}
