package app.frontrow.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the concerts to the ticket without a mouse. Every stop of the tab key is visible.
 */
class KeyboardE2EIT extends BrowserTest {

	/** More stops than any page has. */
	private static final int STOPS = 60;

	private Browser browser;

	private Show show;

	@BeforeEach
	void concertOnSale() {
		this.show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		this.browser = open();
	}

	@Test
	@ProvesRule(rule = "The skip link can be seen", guard = "frontrow.css:.skip-link:focus",
			brokenBy = "leaving out its :focus")
	void memberGetsATicketByKeyboard() {
		String username = "k" + UUID.randomUUID().toString().substring(0, 13);
		ApiClient.at(this.port)
			.post("/api/v1/members",
					Map.of("username", username, "password", MemberJourney.PASSWORD, "displayName", "손끝"))
			.expect(201);
		String title = this.catalogue.getConcert(this.show.concertId()).title();

		this.browser.go("/");
		press(Keys.TAB);
		assertThat(focused("return it.className")).isEqualTo("skip-link");
		assertThat(focused("return it.getBoundingClientRect().top >= 0")).isEqualTo(true);
		press(Keys.ENTER);
		press(Keys.TAB);
		assertThat(focused("return it.id")).as("first stop after the skip link").isEqualTo("q");
		type(title);
		this.browser.until((driver) -> driver.findElements(By.cssSelector("[data-testid='concert-card']")).size() == 1);
		assertThat(focused("return it.id")).as("focus after the results were swapped").isEqualTo("q");
		tabTo("return it.closest('[data-testid=concert-card]')");
		press(Keys.ENTER);
		this.browser.at("/concerts/" + this.show.concertId());

		follow("join-queue", "/login");
		tabTo(testId("login-username"));
		type(username);
		tabTo(testId("login-password"));
		type(MemberJourney.PASSWORD);
		press(Keys.ENTER);
		// the visitor asked to join before the log-in
		this.browser.at("/shows");
		follow("show-link", "/seats");

		tabTo("return /^seat-\\d+$/.test(it.dataset.testid)");
		String first = (String) focused("return it.dataset.testid");
		press(Keys.ARROW_RIGHT);
		assertThat(focused("return it.dataset.testid")).isNotEqualTo(first);
		press(Keys.SPACE);
		this.browser.until((driver) -> !this.browser.text("selection-total").equals("₩0"));
		follow("hold-seats", "/reservations/");
		tabTo(testId("charge-submit"));
		press(Keys.ENTER);
		this.browser.until((driver) -> this.browser.text("balance").equals(this.browser.text("order-total")));
		tabTo(testId("pay"));
		press(Keys.ENTER);
		this.browser.find("payment-receipt");
		assertThat(this.browser.all("ticket")).hasSize(1);
	}

	@Test
	void refusalGetsTheFocus() {
		this.browser.go("/login");
		tabTo(testId("login-username"));
		type("nobody");
		press(Keys.ENTER);
		this.browser.find("error-code");
		this.browser.until((driver) -> focused("return it.getAttribute('role')").equals("alert"));
	}

	@Test
	@ProvesRule(rule = "A poll of the queue page does not move the focus", guard = "queue/_place.html:draw-link",
			brokenBy = "leaving out the id")
	void pollOfTheQueueKeepsTheFocus() {
		long upcoming = this.programme.register(ConcertFixture.draft(Instant.now().plus(Duration.ofMinutes(20)), 1));
		new MemberJourney(this.browser).signUp().join(upcoming);
		this.browser.at("/queue");
		for (String part : List.of("#place a", "[data-testid=leave-queue]")) {
			focused("""
					document.querySelector('%s').focus();
					document.getElementById('place').seen = true;
					htmx.trigger('#place', 'again');
					""".formatted(part));
			this.browser.until((driver) -> focused("return document.getElementById('place').seen") == null);
			assertThat(focused("return it.matches('" + part + "')")).as(part).isEqualTo(true);
		}
	}

	private void follow(String testId, String to) {
		this.browser.find(testId);
		tabTo(testId(testId));
		press(Keys.ENTER);
		this.browser.at(to);
	}

	private static String testId(String testId) {
		return "return it.dataset.testid === '" + testId + "'";
	}

	/**
	 * Presses the tab key until the focused element is the one, looking at every stop.
	 */
	private void tabTo(String wanted) {
		for (int stop = 0; stop < STOPS; stop++) {
			press(Keys.TAB);
			assertThat(focused("""
					const shown = (getComputedStyle(it).opacity === '0' || it.offsetWidth < 4) ? it.parentElement : it;
					const { width, height } = shown.getBoundingClientRect();
					return it === document.body || (width > 0 && height > 0 && it.matches(':focus-visible'));
					""")).as("can be seen: " + focused("return it.outerHTML")).isEqualTo(true);
			if (Boolean.TRUE.equals(focused("return Boolean((() => { " + wanted + " })())"))) {
				return;
			}
		}
		throw new AssertionError("The tab key never comes to: " + wanted);
	}

	private void press(Keys key) {
		new Actions(this.browser.driver()).sendKeys(key).perform();
	}

	private void type(String text) {
		new Actions(this.browser.driver()).sendKeys(text).perform();
	}

	private Object focused(String script) {
		return this.browser.script("const it = document.activeElement; " + script);
	}

}
