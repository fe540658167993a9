package app.frontrow.e2e;

import java.util.logging.Level;

import app.frontrow.RunningProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.logging.LogEntries;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

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

		LogEntries console = browser.driver().manage().logs().get(LogType.BROWSER);
		assertThat(console.getAll()).filteredOn((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.extracting(LogEntry::getMessage)
			.isEmpty();
	}

	private static void tryOut(Browser browser, String operation) {
		click(browser, operation + " .opblock-summary-control");
		click(browser, operation + " .try-out__btn");
		click(browser, operation + " .execute");
		browser.until((driver) -> driver.findElement(By.cssSelector(operation + " .live-responses-table tr.response"))
			.getText()
			.startsWith("200"));
	}

	private static void click(Browser browser, String selector) {
		browser.until((driver) -> {
			((JavascriptExecutor) driver).executeScript("arguments[0].click()",
					driver.findElement(By.cssSelector(selector)));
			return true;
		});
	}

}
