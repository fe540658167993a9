package app.frontrow.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/**
 * Steps of a person of the ticket office, page by page.
 */
final class OfficeJourney {

	private final Browser browser;

	OfficeJourney(Browser browser) {
		this.browser = browser;
	}

	/** Logs in by the form and opens the office in this language. */
	OfficeJourney logIn(String username, String language) {
		this.browser.language(language)
			.go("/login")
			.type("login-username", username)
			.type("login-password", MemberJourney.PASSWORD)
			.click("login-submit")
			.find("logout");
		return open();
	}

	/**
	 * Opens the office, once the roles of the person who is logged in are known
	 * everywhere.
	 */
	OfficeJourney open() {
		this.browser.until((driver) -> !this.browser.go("/office").all("nav-concerts").isEmpty());
		return this;
	}

	/** Fills in a date or a time, in the form that the server reads. */
	OfficeJourney set(String testId, Object value) {
		this.browser.find(testId);
		this.browser.script("document.querySelector(`[data-testid=\"${arguments[0]}\"]`).value = arguments[1]", testId,
				value.toString());
		return this;
	}

	/** Chooses the option with this value. */
	OfficeJourney choose(String testId, String value) {
		new Select(this.browser.find(testId)).selectByValue(value);
		return this;
	}

	/** Chooses each day of the week for a series of shows. */
	OfficeJourney chooseAllDays() {
		Select days = new Select(this.browser.find("show-series-weekdays"));
		List.copyOf(days.getOptions()).forEach((day) -> days.selectByValue(day.getAttribute("value")));
		return this;
	}

	/** Draws from one element to another with the mouse button pressed. */
	OfficeJourney drag(String from, String to) {
		new Actions(this.browser.driver()).scrollToElement(this.browser.find(to))
			.moveToElement(this.browser.find(from))
			.clickAndHold()
			.moveToElement(this.browser.find(to))
			.release()
			.perform();
		return this;
	}

	/** Finds the concert with this title in the list, which then has no other. */
	WebElement findConcert(String title) {
		this.browser.click("nav-concerts").type("office-search", title);
		this.browser.find("office-search").sendKeys(Keys.ENTER);
		this.browser.at("q=");
		return this.browser.find("office-concert");
	}

	/** Finds an order by its booking number, and opens it. */
	OfficeJourney openOrder(String bookingNumber) {
		this.browser.click("nav-orders").type("order-search", bookingNumber);
		this.browser.find("order-search").sendKeys(Keys.ENTER);
		this.browser.until((driver) -> this.browser.all("order-row").size() == 1);
		this.browser.click("order-open").find("order-timeline");
		return this;
	}

	/** Downloads an export as CSV. */
	SavedTable download(String kind, Path folder) throws IOException {
		this.browser.all("export-link")
			.stream()
			.filter((link) -> link.getAttribute("data-kind").equals(kind)
					&& link.getAttribute("data-format").equals("csv"))
			.findFirst()
			.orElseThrow()
			.click();
		return SavedTable.read(this.browser.until((driver) -> findFile(folder, kind)), kind);
	}

	private static Path findFile(Path folder, String kind) {
		try (Stream<Path> files = Files.list(folder)) {
			return files
				.filter((file) -> file.getFileName().toString().contains(kind)
						&& file.getFileName().toString().endsWith(".csv"))
				.findFirst()
				.orElse(null);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
