package app.frontrow.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.PrintsPage;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;
import org.openqa.selenium.chromium.HasNetworkConditions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.print.PageSize;
import org.openqa.selenium.print.PrintOptions;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the call to the printed ticket in a browser.
 */
@TestPropertySource(properties = { "frontrow.queue.capacity=2", "frontrow.queue.absence=20s" })
class OrderE2EIT extends BrowserTest {

	private long concert;

	private Browser browser;

	private MemberJourney fan;

	@BeforeEach
	void fanAndAConcertOnSale() {
		this.concert = ConcertFixture.showOnSale(this.programme, this.catalogue).concertId();
		this.browser = open();
		this.fan = new MemberJourney(this.browser).signUp();
	}

	@Test
	void queuePageCallsTheMemberAndContinuesWhenSeen() {
		ApiClient first = this.audience.member().comeIn(this.concert);
		this.audience.member().comeIn(this.concert);
		this.fan.join(this.concert);
		this.browser.at("/queue").find("queue-position");
		assertThat(this.browser.find("call-sound").isDisplayed()).isTrue();
		this.browser.click("call-sound");
		// as if the page lay behind another one
		this.browser.script("Object.defineProperty(document, 'hidden', { get: () => !window.looked })");

		first.leave().expect(204);

		assertThat(this.browser.text("turn-remaining")).matches("0[345]:\\d\\d");
		this.browser.until((driver) -> driver.getTitle().contains("It is your turn"));
		assertThat(this.browser.path()).contains("/queue");
		assertThat(this.browser.find("leave-queue").isDisplayed()).as("what holds for waiting members").isFalse();
		this.browser.script("window.looked = true; document.dispatchEvent(new Event('visibilitychange'))");
		this.browser.at("/shows").find("pass-remaining");
	}

	@Test
	void stepsOfAnOrderHappenInPlace() {
		this.fan.join(this.concert).chooseDate(this.concert).hold(7);
		this.browser.script("window.stayed = true");
		this.browser.type("charge-amount", "-5").click("charge-submit");
		this.browser.until((driver) -> this.browser.all("error-code")
			.stream()
			.anyMatch((code) -> code.getAttribute("data-code").equals("validation-failed")));
		assertThat(this.browser.find("charge-amount").getAttribute("value")).isEqualTo("-5");
		this.browser.type("charge-amount", "150000").click("charge-submit");
		this.browser.until((driver) -> this.browser.text("balance").equals("₩150,000"));
		assertThat(this.browser.script("return document.activeElement.dataset.testid")).isEqualTo("pay");

		connected(false);
		this.browser.click("pay");
		this.browser.until((driver) -> driver.findElement(By.id("trouble")).getText().contains("connection was lost"));
		connected(true);
		this.browser
			.script("document.querySelector('[data-testid=pay]').form.querySelector('[name=_csrf]').value = 'stale'");
		this.browser.click("pay");
		this.browser.until((driver) -> driver.findElement(By.id("trouble")).getText().contains("out of date"));
		assertThat(this.browser.script("return document.activeElement.id")).isEqualTo("trouble");
		assertThat(this.browser.find("pay").isEnabled()).isTrue();
		assertThat(this.browser.script("return window.stayed")).isEqualTo(true);
	}

	@Test
	@ProvesRule(rule = "Four tickets are printed on one page", guard = "orders.css:62mm", brokenBy = "making it 70mm")
	void fourPaidTicketsArePrintedOnOnePageAndGivenBackInPlace() throws IOException {
		this.fan.join(this.concert).chooseDate(this.concert);
		this.browser.click("seat-31").click("seat-32").click("seat-33");
		this.fan.hold(34);
		this.browser.script("window.stayed = true");
		this.browser.click("charge-quick");
		this.browser.until((driver) -> this.browser.all("pay").size() == 1 && enoughIsThere());
		this.browser.click("pay").find("payment-receipt");
		assertThat(this.browser.script("return document.activeElement.tagName")).isEqualTo("H1");
		assertThat(this.browser.driver().getTitle()).contains("Tickets for");
		assertThat(this.browser.all("ticket")).hasSize(4);
		assertThat(printedPages()).isEqualTo(1);
		assertThat(this.browser.text("booking-number")).matches("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}");

		this.browser.driver().findElement(By.cssSelector("details summary")).click();
		this.browser.click("cancel-reservation");
		this.browser.until((driver) -> driver.getTitle().contains("Refunded"));
		assertThat(this.browser.all("ticket")).isEmpty();
		assertThat(this.browser.text("refund-receipt")).contains("-R1", "₩360,000");
		assertThat(this.browser.script("return window.stayed")).isEqualTo(true);
	}

	@Test
	void codeFillsTheScreenAndTheFocusReturns() {
		this.fan.join(this.concert).chooseDate(this.concert).hold(21);
		this.browser.click("charge-submit");
		this.browser.until((driver) -> enoughIsThere());
		this.browser.click("pay").size(360, 800).click("ticket-enlarge");
		this.browser.until((driver) -> Boolean.TRUE
			.equals(this.browser.script("return !!document.querySelector('dialog:modal')")));

		assertThat(this.browser.script("""
				const screen = document.querySelector('dialog');
				const code = screen.querySelector('.qr').getBoundingClientRect();
				const box = screen.getBoundingClientRect();
				return [box.width === innerWidth && box.height === innerHeight, code.width >= 340,
				  Math.abs(code.width - code.height) < 1, getComputedStyle(screen).backgroundColor].join();
				""")).isEqualTo("true,true,true,rgb(255, 255, 255)");
		this.browser.picture("ticket-screen");
		new Actions(this.browser.driver()).sendKeys(Keys.ESCAPE).perform();
		this.browser.until((driver) -> this.browser.all("ticket-enlarge").size() == 1
				&& Boolean.TRUE.equals(this.browser.script("return !document.querySelector('dialog')")));
		assertThat(this.browser.script("return document.activeElement.dataset.testid")).isEqualTo("ticket-enlarge");
	}

	private boolean enoughIsThere() {
		return (boolean) this.browser.script("return !document.querySelector('[data-testid=charge-amount]')");
	}

	@Test
	void clocksAreRightAfterTheMachineHasSlept() {
		// Firefox keeps the time of its own beginning, which does not count the sleep
		this.browser.beforeEachPage(
				"Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin - 3600000 })");
		this.fan.join(this.concert).chooseDate(this.concert);
		this.browser.script("window.stayed = true");

		assertThat(this.browser.text("pass-remaining")).matches("0[45]:\\d\\d");
		secondsPass(4);
		assertThat(this.browser.script("return window.stayed")).isEqualTo(true);
	}

	@Test
	@ProvesRule(rule = "Clocks wait for the server's time after the machine's clock was set",
			guard = "clocks.js:await anchored", brokenBy = "leaving it out")
	void clocksAreRightWhenTheMachinesClockIsSet() {
		this.fan.join(this.concert).chooseDate(this.concert);
		// the server's answer takes longer than two looks
		this.browser.script("""
				window.stayed = true;
				const ask = window.fetch;
				window.fetch = (...what) => new Promise((then) => setTimeout(then, 2000)).then(() => ask(...what));
				const real = Date.now;
				Date.now = () => real() + 3600000;
				""");

		secondsPass(4);
		assertThat(this.browser.text("pass-remaining")).matches("0[45]:\\d\\d");
		assertThat(this.browser.script("return window.stayed")).isEqualTo(true);
	}

	@Test
	@ProvesRule(rule = "A page is loaded again only once for the same end", guard = "clocks.js:isNew",
			brokenBy = "leaving out isNew")
	void expiredPageIsReloadedOnce() {
		// a clock that is wrong for good, as if its anchor were too old by an hour
		this.browser.beforeEachPage("""
				if (location.pathname.endsWith('/shows')) {
				  sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1;
				}
				const now = performance.now.bind(performance);
				performance.now = () => now() + 3600000;
				""");
		this.fan.join(this.concert);
		this.browser.at("/shows");
		this.browser.until((driver) -> this.browser.script("return sessionStorage.loads").equals("2"));
		// longer than a page waits before it loads itself again
		this.browser.script("setTimeout(() => { window.stayed = true }, 4000)");
		this.browser.until((driver) -> Boolean.TRUE.equals(this.browser.script("return window.stayed")));

		assertThat(this.browser.script("return sessionStorage.loads")).isEqualTo("2");
	}

	/** Waits until the clock of the pass has gone on so many times. */
	private void secondsPass(int seconds) {
		for (int i = 0; i < seconds; i++) {
			String before = this.browser.text("pass-remaining");
			this.browser.until((driver) -> !this.browser.text("pass-remaining").equals(before));
		}
	}

	@Test
	void endOfAHoldIsAnnouncedAndExplained() {
		this.fan.join(this.concert).chooseDate(this.concert).hold(50);
		String id = this.browser.path().replaceAll(".*/reservations/([0-9a-f-]+).*", "$1");
		heldFor(id, 100);
		this.browser.go("/reservations/" + id);
		this.browser.until((driver) -> said("status").contains("Less than two minutes"));
		assertThat(said("alert")).isEmpty();
		heldFor(id, 12);
		this.browser.go("/reservations/" + id);
		this.browser.until((driver) -> said("alert").contains("Less than 30 seconds"));
		assertThat(said("status")).isEmpty();

		this.browser.until((driver) -> Boolean.TRUE
			.equals(this.browser.script("return !document.querySelector('time[data-ends]:not([data-over])')")));
		this.browser.until((driver) -> !driver.findElements(By.cssSelector("main[data-status=expired]")).isEmpty());
		assertThat(this.browser.driver().findElement(By.tagName("main")).getText()).contains("The time to pay ran out",
				"Nothing was charged");
		// the end of the hold ends the turn a moment later
		this.browser.until((driver) -> {
			if (this.browser.all("join-queue").isEmpty()) {
				driver.navigate().refresh();
			}
			return !this.browser.all("join-queue").isEmpty();
		});
		assertThat(this.browser.text("turn-after")).contains("Your time to book is over as well");
	}

	private void heldFor(String reservation, int seconds) {
		for (String column : new String[] { "seats set hold_until = # where reservation_id",
				"reservations set held_until = # where id" }) {
			String update = "update " + column.replace("#", "utc_timestamp(6) + interval ? second") + " = ?";
			assertThat(this.jdbc.sql(update).params(seconds, reservation).update()).isEqualTo(1);
		}
	}

	private String said(String role) {
		return (String) this.browser
			.script("return document.querySelector('[data-voice=" + role + "]')?.textContent ?? ''");
	}

	private void connected(boolean is) {
		((HasNetworkConditions) this.browser.driver())
			.setNetworkConditions(new ChromiumNetworkConditions().setOffline(!is));
	}

	private long printedPages() {
		PrintOptions options = new PrintOptions();
		options.setPageSize(PageSize.ISO_A4);
		String pdf = ((PrintsPage) this.browser.driver()).print(options).getContent();
		String text = new String(Base64.getDecoder().decode(pdf), StandardCharsets.ISO_8859_1);
		return Pattern.compile("/Type\\s*/Page\\b").matcher(text).results().count();
	}

}
