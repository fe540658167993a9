package app.frontrow.e2e;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The interactive documentation works in a browser under the strict policy of the API.
 */
class ApiDocsE2EIT extends BrowserTest {

	@Test
	void everyOperationIsShownAndCanBeTried() {
		Browser browser = open().go("/api/docs");

		browser.until((driver) -> driver.findElements(By.cssSelector(".opblock")).size() >= 26);
		assertThat(browser.driver().findElement(By.cssSelector(".info .title")).getText()).startsWith("Frontrow");
		assertThat(browser.driver().findElements(By.cssSelector(".btn.authorize"))).isNotEmpty();
		tryOut(browser, "#operations-Concerts-getConcerts");

		assertThat(browser.complaints()).isEmpty();
	}

	@Test
	void bothTokensCanBeEntered() {
		long concert = ConcertFixture.onSale(this.programme, 1);
		ApiClient member = this.audience.member().comeIn(concert);
		Browser browser = open().go("/api/docs");

		click(browser, ".btn.authorize");
		type(browser, "#auth-bearer-value", member.header("Authorization").substring("Bearer ".length()));
		type(browser, "#api_key_value", member.header("Queue-Token"));
		browser.until((driver) -> {
			driver.findElements(By.cssSelector(".auth-container button.authorize")).forEach(WebElement::click);
			return driver.findElements(By.cssSelector(".auth-container button.authorize")).isEmpty();
		});
		click(browser, ".btn-done");

		String operation = "#operations-Shows_and_seats-getConcertsByIdShows";
		click(browser, operation + " .opblock-summary-control");
		click(browser, operation + " .try-out__btn");
		type(browser, operation + " tr[data-param-name=id] input", String.valueOf(concert));
		execute(browser, operation);
		assertThat(browser.complaints()).isEmpty();
	}

	private static void tryOut(Browser browser, String operation) {
		click(browser, operation + " .opblock-summary-control");
		click(browser, operation + " .try-out__btn");
		execute(browser, operation);
	}

	private static void execute(Browser browser, String operation) {
		By answer = By.cssSelector(operation + " .live-responses-table tr.response");
		// the form gets typed text a moment later
		browser.until((driver) -> {
			click(browser, operation + " .execute");
			return !driver.findElements(answer).isEmpty();
		});
		browser.until((driver) -> driver.findElement(answer).getText().startsWith("200"));
	}

	private static void type(Browser browser, String selector, String text) {
		browser.until((driver) -> driver.findElement(By.cssSelector(selector)).isDisplayed());
		browser.driver().findElement(By.cssSelector(selector)).sendKeys(text);
	}

	private static void click(Browser browser, String selector) {
		browser.until((driver) -> {
			browser.script("arguments[0].click()", driver.findElement(By.cssSelector(selector)));
			return true;
		});
	}

}
