package app.frontrow.e2e;

import java.util.List;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sizes and texts of a purchase with four seats, in both languages, on every screen. Each
 * page is loaded once.
 */
class PurchaseFiguresE2EIT extends BrowserTest {

	private static final int[] SEATS = { 1, 2, 11, 12 };

	private Browser browser;

	private PageCheck check;

	@ParameterizedTest
	@CsvSource({ "ko, 선택한 좌석 예매하기, 좌석 선택 취소: , '₩540,000 충전하고 결제하기', 처리 중…",
			"en, Hold these seats, Remove from your selection: , 'Top up ₩540,000 and pay', One moment…" })
	@ProvesRule(rule = "The seat map fits a phone", guard = "seats.css:.seats-head",
			brokenBy = "leaving out the rules for phones")
	@ProvesRule(rule = "Time, sum and next step of a checkout are always in sight", guard = "orders.css:.dock",
			brokenBy = "leaving out the fixed position")
	@ProvesRule(rule = "A button at work shows it at once and keeps its size", guard = "frontrow.css:aria-busy",
			brokenBy = "leaving out the spinner")
	void purchaseFitsEveryScreen(String language, String hold, String remove, String pay, String busy) {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		this.browser = open().language(language);
		this.check = new PageCheck(this.browser);
		new MemberJourney(this.browser).signUp().join(show.concertId()).chooseDate(show.concertId());
		for (int seat : SEATS) {
			this.browser.click("seat-" + seat);
		}

		Screen.forEach(this.browser, (screen) -> seatMapFits(screen, remove));
		assertThat(this.browser.text("hold-seats")).isEqualTo(hold);
		this.check.look("seats/seats", language);

		this.browser.click("hold-seats").at("/reservations/").find("charge-and-pay");
		assertThat(this.browser.text("charge-and-pay")).isEqualTo(pay);
		assertThat(this.browser.driver().getTitle()).matches("0[345]:\\d\\d · .* · Frontrow");
		Screen.forEach(this.browser, this::checkoutFits);
		wrongAmountIsKept();
		this.check.look("orders/order", language);
		for (int width : new int[] { 1280, 360 }) {
			this.browser.size(width, 800);
			assertThat(this.browser.text("charge-and-pay")).isEqualTo(pay);
		}
		payingIsShownAtOnce(busy);

		Screen.forEach(this.browser, this::codeFillsTheScreen);
		this.check.look("orders/order", language);
		assertThat(this.check.faults()).isEmpty();
	}

	private void seatMapFits(Screen screen, String remove) {
		assertThat(height(".site-header")).as("header on %s", screen).isLessThanOrEqualTo(screen.isPhone() ? 56 : 90);
		if (screen.isPhone()) {
			assertThat(height("[data-testid=seat-dock]")).as("dock on %s", screen).isLessThanOrEqualTo(120);
		}
		assertThat(((Number) this.browser.script("""
				return [...document.querySelectorAll('.seat-row')].filter((row) => [...row.querySelectorAll('.seat')]
				  .every((seat) => {
				    const { left, right, top, bottom } = seat.getBoundingClientRect();
				    return [[left + 2, top + 2], [right - 2, bottom - 2]]
				      .every(([x, y]) => seat.contains(document.elementFromPoint(x, y)));
				  })).length
				""")).intValue()).as("rows in sight on %s", screen)
			.isGreaterThanOrEqualTo((screen.width() < 360) ? 3 : 5);
		for (int seat : SEATS) {
			String button = "[data-testid=selection-remove-" + seat + "]";
			assertThat(List.of(height(button) >= 44, width(button) >= 44)).as("remove %d on %s", seat, screen)
				.containsOnly(true);
			assertThat(this.browser.find("selection-remove-" + seat).getAttribute("aria-label")).startsWith(remove);
		}
		assertThat(this.browser
			.script("""
					const dock = document.querySelector('[data-testid=seat-dock]');
					const legend = document.querySelector('.hall-key');
					for (let y = 0; y <= document.documentElement.scrollHeight; y += 40) {
					  scrollTo(0, y);
					  const [one, two] = [dock.getBoundingClientRect(), legend.getBoundingClientRect()];
					  if (one.left < two.right && two.left < one.right && two.top < one.bottom - 1 && one.top < two.bottom - 1) {
					    return y;
					  }
					}
					return -1;
					"""))
			.as("where the dock covers the legend on %s", screen)
			.isEqualTo(-1L);
	}

	private void checkoutFits(Screen screen) {
		int parts = screen.isPhone() ? 5 : 0;
		for (int part = 0; part <= parts; part++) {
			this.browser.script("scrollTo(0, document.documentElement.scrollHeight * arguments[0] / 5)", part);
			for (String testId : List.of("hold-countdown", "order-total", "charge-and-pay")) {
				assertThat((Boolean) this.browser.script("""
						const part = document.querySelector(`[data-testid=${arguments[0]}]`);
						const { left, top, width, height } = part.getBoundingClientRect();
						return part.contains(document.elementFromPoint(left + width / 2, top + height / 2));
						""", testId)).as("%s at %d on %s", testId, part, screen).isTrue();
			}
		}
	}

	private void wrongAmountIsKept() {
		this.browser.type("charge-amount", "abc").click("charge-submit");
		this.browser.until((driver) -> "abc".equals(this.browser.find("charge-amount").getAttribute("value"))
				&& "true".equals(this.browser.find("charge-amount").getAttribute("aria-invalid"))
				&& "charge-amount".equals(this.browser.script("return document.activeElement.dataset.testid")));
	}

	private void payingIsShownAtOnce(String busy) {
		this.browser.network(1000, 0);
		assertThat(this.browser.asyncScript("""
				const told = arguments[arguments.length - 1];
				const button = document.querySelector('[data-testid=charge-and-pay]');
				const place = () => JSON.stringify(button.getBoundingClientRect());
				const before = place();
				button.click();
				setTimeout(() => told([button.getAttribute('aria-busy'), getComputedStyle(button, '::after').content,
				  parseInt(getComputedStyle(button, '::before').width) > 10, before === place()].join(' ')), 100);
				""")).isEqualTo("true \"" + busy + "\" true true");
		this.browser.find("payment-receipt");
		this.browser.network(0, 0);
		assertThat(this.browser.driver().getTitle()).doesNotContainPattern("\\d\\d:\\d\\d");
	}

	private void codeFillsTheScreen(Screen screen) {
		this.browser.click("ticket-enlarge");
		this.browser.until((driver) -> Boolean.TRUE
			.equals(this.browser.script("return !!document.querySelector('dialog:modal')")));
		assertThat(this.browser
			.script("""
					const screen = document.querySelector('dialog');
					const code = screen.querySelector('.qr').getBoundingClientRect();
					const box = screen.getBoundingClientRect();
					return [box.width === innerWidth && box.height === innerHeight, code.width >= Math.min(innerWidth, 360) - 20,
					  code.left >= 0 && code.bottom <= innerHeight, Math.abs(code.width - code.height) < 1,
					  getComputedStyle(screen).backgroundColor].join();
					"""))
			.as("code on %s", screen)
			.isEqualTo("true,true,true,true,rgb(255, 255, 255)");
		new Actions(this.browser.driver()).sendKeys(Keys.ESCAPE).perform();
		this.browser.until(
				(driver) -> Boolean.TRUE.equals(this.browser.script("return !document.querySelector('dialog:modal')")));
	}

	private long height(String selector) {
		return side(selector, "height");
	}

	private long width(String selector) {
		return side(selector, "width");
	}

	private long side(String selector, String side) {
		return Math.round(((Number) this.browser.script(
				"return document.querySelector(arguments[0]).getBoundingClientRect()[arguments[1]]", selector, side))
			.doubleValue());
	}

}
