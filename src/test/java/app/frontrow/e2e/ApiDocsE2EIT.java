package app.frontrow.e2e;

import java.util.List;
import java.util.logging.Level;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Programme;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.Concerts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The interactive documentation works in a browser under the strict policy of the API.
 */
@RunningProduct
class ApiDocsE2EIT {

	@RegisterExtension
	private final Browsers browsers = new Browsers();

	@LocalServerPort
	private int port;

	@Test
	void everyOperationIsShownAndCanBeTried() {
		Browser browser = this.browsers.open(this.port).go("/api/docs");

		browser.until((driver) -> driver.findElements(By.cssSelector(".opblock")).size() >= 26);
		assertThat(browser.driver().findElement(By.cssSelector(".info .title")).getText()).startsWith("Frontrow");
		assertThat(browser.driver().findElements(By.cssSelector(".btn.authorize"))).isNotEmpty();
		tryOut(browser, "#operations-Concerts-getConcerts");

		assertThat(complaints(browser)).isEmpty();
	}

	@Test
	void bothTokensCanBeUsedThere(@Autowired Programme programme) {
		long concert = Concerts.onSale(programme, 1);
		ApiClient member = ApiClient.at(this.port).signUpAndLogIn().comeIn(concert);
		Browser browser = this.browsers.open(this.port).go("/api/docs");

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
		assertThat(complaints(browser)).isEmpty();
	}

	private static List<String> complaints(Browser browser) {
		return browser.driver()
			.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map(LogEntry::getMessage)
			.toList();
	}

	private static void tryOut(Browser browser, String operation) {
		click(browser, operation + " .opblock-summary-control");
		click(browser, operation + " .try-out__btn");
		execute(browser, operation);
	}

	private static void execute(Browser browser, String operation) {
		By answer = By.cssSelector(operation + " .live-responses-table tr.response");
		// what was typed last reaches the form a moment later
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
			((JavascriptExecutor) driver).executeScript("arguments[0].click()",
					driver.findElement(By.cssSelector(selector)));
			return true;
		});
	}

}
