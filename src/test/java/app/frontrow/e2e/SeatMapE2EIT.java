package app.frontrow.e2e;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ProductInstance;
import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chromium.ChromiumDriver;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The seat map in a browser.
 */
class SeatMapE2EIT extends BrowserTest {

	private Show show;

	@BeforeEach
	void concertOnSale() {
		this.show = ConcertFixture.showOnSale(this.programme, this.catalogue);
	}

	@Test
	void holdOnOneInstanceAppearsOnTheOther(@Autowired Stores stores) {
		try (ProductInstance other = ProductInstance.start("seat-map", stores, Map.of())) {
			Browser one = open();
			MemberJourney first = enter(one);
			Browser two = this.browsers.open(other.port());
			enter(two);
			two.click("seat-24");
			stay(two);

			first.hold(12);
			two.until((driver) -> "held".equals(status(two, 12)));
			assertThat(chosen(two)).containsExactly(24);
			assertThat(focused(two)).isEqualTo("seat-24");
			assertThat(two.text("selection-total")).isEqualTo("₩120,000");
			assertThat(news(two)).isEmpty();

			one.go("/shows/" + this.show.id() + "/seats");
			first.hold(24);
			two.until((driver) -> news(two).contains("Row 3 seat 24"));
			assertThat(chosen(two)).isEmpty();
			assertThat(status(two, 24)).isEqualTo("held");
			assertThat(focused(two)).isEqualTo("seat-24");
			assertThat(two.text("selection-total")).isEqualTo("₩0");
			assertThat(two.driver().findElements(By.cssSelector(".seat-lost"))).hasSize(1);
			assertThat(hasStayed(two)).isTrue();
		}
	}

	@Test
	void seatsLeftOnADateAreUpdated() {
		Browser browser = open();
		enter(browser);
		browser.go("/concerts/" + this.show.concertId() + "/shows");
		browser.script("document.querySelector('[data-testid=show-link]').focus()");
		stay(browser);
		assertThat(browser.find("show-link").getText()).contains("50 seats left");

		this.audience.member().comeIn(this.show.concertId()).hold(this.show.id(), 1, 2).expect(201);

		browser.until((driver) -> browser.find("show-link").getText().contains("48 seats left"));
		assertThat(focused(browser)).isEqualTo("show-link");
		assertThat(hasStayed(browser)).isTrue();
	}

	@Test
	void bestSeatsAreChosenInPlaceAndHeld() {
		Browser browser = open();
		enter(browser);
		browser.click("seat-50");
		stay(browser);

		browser.click("best-3");
		browser.until((driver) -> news(browser).contains("Row 1 seat 5"));
		assertThat(chosen(browser)).hasSize(3).contains(5, 6).doesNotContain(50);
		assertThat(browser.text("selection-total")).isEqualTo("₩450,000");
		browser.find("best-grade").sendKeys("R");
		browser.click("best-2");
		browser.until((driver) -> chosen(browser).equals(List.of(15, 16)));
		assertThat(hasStayed(browser)).isTrue();

		browser.driver().navigate().refresh();
		assertThat(chosen(browser)).containsExactly(15, 16);
		browser.click("hold-seats").at("/reservations/");
		assertThat(browser.text("order-total")).isEqualTo("₩240,000");
	}

	@Test
	@ProvesRule(rule = "An open seat map shows new prices", guard = "seats.js:prices",
			brokenBy = "leaving out the comparison of prices")
	void openMapFollowsThePrices() {
		Browser browser = open();
		enter(browser);
		browser.click("seat-24").click("seat-25");
		assertThat(browser.text("selection-total")).isEqualTo("₩240,000");

		reprice(18_000);

		browser.until((driver) -> browser.text("selection-total").equals("₩36,000"));
		assertThat(browser.text("prices-changed")).contains("₩240,000", "₩36,000");
		assertThat(chosen(browser)).containsExactly(24, 25);
		browser.click("hold-seats").at("/reservations/");
		assertThat(browser.text("order-total")).isEqualTo("₩36,000");
	}

	@Test
	@ProvesRule(rule = "Seats that became dearer are held only after the map has shown it",
			guard = "seats/seats.html:prices", brokenBy = "leaving out the field")
	void dearerSeatsAreNotHeldBeforeTheMapShowsThem() {
		Browser browser = open();
		enter(browser);
		browser.click("seat-24");
		// the map polls no more, so only the hold notices the change
		browser.script("Object.defineProperty(document, 'hidden', { value: true })");
		reprice(180_000);

		browser.click("hold-seats");

		assertThat(browser.text("hold-refused")).contains("₩120,000", "₩180,000", "price-changed");
	}

	@Test
	void refusedHoldIsExplainedInPlace() {
		Browser browser = open();
		enter(browser);
		browser.click("seat-14").click("seat-16");
		stay(browser);

		browser.click("hold-seats");
		assertThat(browser.text("alone-warning")).contains("Row 2 seat 15");

		// the map polls no more, so only the hold notices the change
		browser.script("Object.defineProperty(document, 'hidden', { value: true })");
		ApiClient somebody = this.audience.member().comeIn(this.show.concertId());
		somebody.hold(this.show.id(), 14).expect(201);
		browser.click("hold-anyway");
		assertThat(browser.text("hold-refused")).contains("Row 2 seat 14", "seat-taken").doesNotContain("seat 16");
		assertThat(status(browser, 14)).isEqualTo("held");
		assertThat(chosen(browser)).containsExactly(16);

		offline(browser, true);
		browser.click("hold-seats");
		browser.until((driver) -> news(browser).contains("No connection"));
		offline(browser, false);
		assertThat(chosen(browser)).containsExactly(16);
		assertThat(hasStayed(browser)).isTrue();

		browser.click("hold-seats").click("hold-anyway").at("/reservations/");
		assertThat(browser.text("order-total")).isEqualTo("₩120,000");
		browser.driver().navigate().back();
		browser.at("/seats");
		assertThat(status(browser, 16)).isEqualTo("mine");
		assertThat(chosen(browser)).isEmpty();
	}

	@Test
	void keysReachEverySeat() {
		Browser browser = open();
		enter(browser);
		this.audience.member().comeIn(this.show.concertId()).hold(this.show.id(), 13).expect(201);
		browser.until((driver) -> "held".equals(status(browser, 13)));

		browser.script("document.querySelector('[data-testid=seat-1]').focus()");
		press(browser, Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
		assertThat(focused(browser)).isEqualTo("seat-13");
		press(browser, Keys.SPACE);
		assertThat(chosen(browser)).isEmpty();
		assertThat(news(browser)).isEqualTo("Row 2 seat 13, R, ₩120,000, held by someone");
		press(browser, Keys.ARROW_RIGHT, Keys.SPACE, Keys.ARROW_LEFT, Keys.END);
		assertThat(focused(browser)).isEqualTo("seat-20");
		press(browser, Keys.ARROW_RIGHT, Keys.HOME, Keys.ARROW_LEFT);
		assertThat(focused(browser)).isEqualTo("seat-11");
		press(browser, Keys.ARROW_UP, Keys.ARROW_UP, Keys.SPACE);
		assertThat(chosen(browser)).containsExactly(1, 14);
		assertThat(browser.driver().findElements(By.cssSelector(".seat-row [tabindex='0']"))).hasSize(1);

		offline(browser, true);
		browser.until((driver) -> !connection(browser).isEmpty());
		assertThat(chosen(browser)).containsExactly(1, 14);
		offline(browser, false);
		browser.until((driver) -> !connection(browser).startsWith("Live updates are interrupted"));

		press(browser, Keys.ENTER);
		browser.at("/reservations/");
		assertThat(browser.text("order-total")).isEqualTo("₩270,000");
	}

	private void reprice(long price) {
		this.programme.change(this.show.concertId(),
				new ConcertDraft("Dearer night", "Band", "Hall", "", Instant.now().minusSeconds(3_600),
						List.of(this.show.startsAt()), List.of(new PriceBand("R", 1, 50, price))),
				Set.of());
	}

	private MemberJourney enter(Browser browser) {
		return new MemberJourney(browser).signUp().join(this.show.concertId()).chooseDate(this.show.concertId());
	}

	private static List<Integer> chosen(Browser browser) {
		return IntStream.rangeClosed(1, 50)
			.filter((number) -> browser.find("seat-" + number).isSelected())
			.boxed()
			.toList();
	}

	private static String status(Browser browser, int seat) {
		return browser.find("seat-" + seat).getAttribute("data-status");
	}

	private static String news(Browser browser) {
		return browser.driver().findElement(By.id("seat-news")).getText();
	}

	private static String connection(Browser browser) {
		return browser.driver().findElement(By.id("seat-connection")).getText();
	}

	private static String focused(Browser browser) {
		return browser.driver().switchTo().activeElement().getAttribute("data-testid");
	}

	private static void press(Browser browser, Keys... keys) {
		for (Keys key : keys) {
			WebElement here = browser.driver().switchTo().activeElement();
			here.sendKeys(key);
		}
	}

	/** Leaves a mark that a load of the page would wipe away. */
	private static void stay(Browser browser) {
		browser.script("window.stayed = true");
	}

	private static boolean hasStayed(Browser browser) {
		return Boolean.TRUE.equals(browser.script("return window.stayed === true"));
	}

	private static void offline(Browser browser, boolean offline) {
		ChromiumDriver driver = (ChromiumDriver) browser.driver();
		driver.executeCdpCommand("Network.enable", Map.of());
		driver.executeCdpCommand("Network.emulateNetworkConditions",
				Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
	}

}
