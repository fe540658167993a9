package app.frontrow.e2e;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import app.frontrow.shared.StaffRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.PointerInput.MouseButton;
import org.openqa.selenium.interactions.PointerInput.Origin;
import org.openqa.selenium.interactions.Sequence;
import org.openqa.selenium.remote.RemoteWebDriver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prices are painted on the map of seats, and typed without JavaScript.
 */
class PaintPricesE2EIT extends BrowserTest {

	private Browser browser;

	@BeforeEach
	void formWithTwoPrices() {
		this.browser = open();
		openForm();
	}

	@Test
	void mousePaintsEachSeatOfAStroke() {
		this.browser.all("paint-brush").get(1).click();
		new OfficeJourney(this.browser).drag("paint-11", "paint-14");

		assertThat(lines()).containsExactly("VIP 1-10 150000", "VIP 15-50 150000", "R 11-14 90000");
		assertThat(label(12)).contains("R ₩90,000");
		assertThat(label(15)).contains("VIP ₩150,000");
		this.browser.all("price-to").get(2).sendKeys(Keys.BACK_SPACE, "5");
		assertThat(label(15)).as("lines that overlap: the later one").contains("R ₩90,000");
	}

	@Test
	void touchPaints() {
		this.browser.all("paint-brush").get(1).click();
		PointerInput finger = new PointerInput(PointerInput.Kind.TOUCH, "finger");
		WebElement from = this.browser.find("paint-41");
		WebElement to = this.browser.find("paint-50");
		new Actions(this.browser.driver()).scrollToElement(to).perform();
		((RemoteWebDriver) this.browser.driver()).perform(List.of(new Sequence(finger, 0)
			.addAction(finger.createPointerMove(Duration.ZERO, Origin.fromElement(from), 0, 0))
			.addAction(finger.createPointerDown(MouseButton.LEFT.asArg()))
			.addAction(finger.createPointerMove(Duration.ofMillis(50), Origin.fromElement(to), 0, 0))
			.addAction(finger.createPointerUp(MouseButton.LEFT.asArg()))));

		assertThat(lines()).containsExactly("VIP 1-40 150000", "R 41-50 90000");
	}

	@Test
	void keyboardPaints() {
		this.browser.all("paint-brush").get(0).sendKeys(Keys.ARROW_RIGHT, Keys.TAB);
		assertThat(focused()).isEqualTo("paint-1");
		keys(Keys.ARROW_DOWN, Keys.ARROW_RIGHT);
		assertThat(focused()).isEqualTo("paint-12");
		keys(Keys.SPACE);
		assertThat(lines()).containsExactly("VIP 1-11 150000", "VIP 13-50 150000", "R 12-12 90000");
		keys(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT), Keys.chord(Keys.SHIFT, Keys.ARROW_LEFT));
		assertThat(lines()).containsExactly("VIP 1-11 150000", "VIP 14-50 150000", "R 12-13 90000");
		assertThat(this.browser.script("return document.getElementById('paint-news').textContent").toString())
			.contains("12, 13", "R ₩90,000");
		assertThat(focused()).isEqualTo("paint-12");
	}

	@Test
	void linesDoTheSameWithoutJavaScript() {
		this.browser = this.browsers.openWithoutScript(this.port);
		openForm();

		assertThat(this.browser.find("paint-1").isDisplayed()).isFalse();
		this.browser.all("price-from").get(1).sendKeys("11");
		this.browser.all("price-to").get(1).sendKeys("50");
		this.browser.type("price-to", "10").click("concert-save").find("error-code");
		assertThat(lines()).containsExactly("VIP 1-10 150000", "R 11-50 90000");
	}

	private void openForm() {
		this.browser.language("en")
			.logIn(this.audience.staffAccount(StaffRole.PROGRAMME, null), MemberJourney.PASSWORD);
		new OfficeJourney(this.browser).open();
		this.browser.click("office-new-concert").type("price-grade", "VIP").type("price-amount", "150000");
		this.browser.click("price-add");
		this.browser.until((driver) -> this.browser.all("price-grade").size() == 2);
		this.browser.until((driver) -> "price-last".equals(driver.switchTo().activeElement().getAttribute("id")));
		this.browser.all("price-grade").get(1).sendKeys("R");
		this.browser.all("price-amount").get(1).sendKeys("90000");
	}

	private void keys(CharSequence... keys) {
		this.browser.driver().switchTo().activeElement().sendKeys(keys);
	}

	private String focused() {
		return this.browser.driver().switchTo().activeElement().getAttribute("data-testid");
	}

	private String label(int seat) {
		return this.browser.find("paint-" + seat).getAttribute("aria-label");
	}

	/** The lines as they would be sent. */
	private List<String> lines() {
		List<WebElement> grades = this.browser.all("price-grade");
		return IntStream.range(0, grades.size())
			.mapToObj((line) -> value("price-grade", line) + " " + value("price-from", line) + "-"
					+ value("price-to", line) + " " + value("price-amount", line))
			.toList();
	}

	private String value(String testId, int line) {
		return this.browser.all(testId).get(line).getAttribute("value");
	}

}
