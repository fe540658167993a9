package app.frontrow.e2e;

import java.util.List;
import java.util.Map;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chromium.ChromiumDriver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person sees of the seat map and the checkout on a phone: sizes, places and
 * contrasts.
 */
class PhonePurchaseE2EIT extends BrowserTest {

	private static final String CONTRASTS = """
			const probe = document.body.appendChild(document.createElement('i'));
			const shine = (colour) => {
			  probe.style.color = colour;
			  const [r, g, b] = getComputedStyle(probe).color.match(/[\\d.]+/g).map((part) => part / 255)
			    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
			  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
			};
			const contrast = (one, two) => {
			  const [low, high] = [shine(one), shine(two)].sort((a, b) => a - b);
			  return (high + 0.05) / (low + 0.05);
			};
			return ['--line', '--grade-1', '--grade-2', '--grade-3', '--grade-4']
			  .map((mark) => contrast(`var(${mark})`, 'var(--ground)'));
			""";

	private Show show;

	private Browser browser;

	@BeforeEach
	void memberOnAPhone() {
		this.show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		this.browser = open().language("ko").size(360, 640);
		enter(this.browser);
	}

	@ParameterizedTest
	@CsvSource({ "360, 5", "320, 3" })
	@ProvesRule(rule = "The seat map fits a phone", guard = "seats.css:.seats-head",
			brokenBy = "leaving out the rules for phones")
	void seatMapFitsAPhone(int width, int rows) {
		this.browser.size(width, 640);
		choose(1, 2, 11, 12);
		this.browser.toTheTop();

		assertThat(height("document.querySelector('.site-header')")).isLessThanOrEqualTo(56);
		assertThat(height("document.querySelector('[data-testid=seat-dock]')")).isLessThanOrEqualTo(120);
		assertThat(((Number) this.browser.script("""
				return [...document.querySelectorAll('.seat-row')].filter((row) => [...row.querySelectorAll('.seat')]
				  .every((seat) => {
				    const { left, right, top, bottom } = seat.getBoundingClientRect();
				    return [[left + 2, top + 2], [right - 2, bottom - 2]]
				      .every(([x, y]) => seat.contains(document.elementFromPoint(x, y)));
				  })).length
				""")).intValue()).isGreaterThanOrEqualTo(rows);
		assertThat(this.browser.text("hold-seats")).isEqualTo("선택한 좌석 예매하기");
		for (int seat : new int[] { 1, 2, 11, 12 }) {
			String remove = "document.querySelector('[data-testid=selection-remove-" + seat + "]')";
			assertThat(List.of(size(remove, "height") >= 44, size(remove, "width") >= 44)).containsOnly(true);
			assertThat(this.browser.script("return " + remove + ".getAttribute('aria-label')").toString())
				.startsWith("좌석 선택 취소: ");
		}
		legendIsNeverUnderTheDock();
		this.browser.toTheTop().click("selection-remove-2");
		this.browser.until((driver) -> this.browser.text("selection-total").equals("₩390,000"));
		assertThat(this.browser.script("return document.activeElement.dataset.testid"))
			.isEqualTo("selection-remove-11");
	}

	private void legendIsNeverUnderTheDock() {
		assertThat(this.browser.script("""
				const dock = document.querySelector('[data-testid=seat-dock]');
				const legend = document.querySelector('.hall-key');
				for (let y = 0; y <= document.documentElement.scrollHeight; y += 40) {
				  scrollTo(0, y);
				  if (legend.getBoundingClientRect().top < dock.getBoundingClientRect().bottom - 1) {
				    return y;
				  }
				}
				return -1;
				""")).isEqualTo(-1L);
	}

	@Test
	void largerSeatsShowTheChoice() {
		choose(30);
		this.browser.click("zoom");

		this.browser.until((driver) -> (Boolean) this.browser.script("""
				const seat = document.querySelector('[data-testid=seat-30]').getBoundingClientRect();
				const hall = document.querySelector('.hall-view').getBoundingClientRect();
				return seat.left >= hall.left && seat.right <= hall.right && seat.width >= 44;
				"""));
	}

	@Test
	@ProvesRule(rule = "Sold seats are quiet, and no state needs a colour", guard = "seats.css:forced-colors",
			brokenBy = "leaving out the rules for forced colours")
	void soldSeatsAreQuietAndNoStateNeedsAColour() {
		ApiClient buyer = this.audience.member().comeIn(this.show.concertId());
		buyer.charge(300_000).expect(201);
		buyer.pay(buyer.hold(this.show.id(), 50).expect(201).text("id")).expect(201);
		this.browser.until((driver) -> "sold".equals(this.browser.find("seat-50").getAttribute("data-status")));

		assertThat(this.browser.script("""
				const number = document.querySelector('[data-testid=seat-50] ~ .seat-face b');
				return number.textContent + ' ' + getComputedStyle(number).visibility;
				""")).isEqualTo("50 visible");
		for (String theme : List.of("light", "dark")) {
			List<?> contrasts = (List<?>) this.browser.theme(theme).script(CONTRASTS);
			assertThat(((Number) contrasts.get(0)).doubleValue()).as("mark of sold seats, %s", theme).isLessThan(3);
			assertThat(contrasts.subList(1, 5)).as("borders of free seats, %s", theme)
				.allSatisfy((contrast) -> assertThat(((Number) contrast).doubleValue()).isGreaterThan(3));
		}
		((ChromiumDriver) this.browser.driver()).executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "forced-colors", "value", "active"))));
		assertThat((List<?>) this.browser.script("""
				return ['available', 'chosen', 'held', 'sold', 'mine'].map((state) => {
				  const seat = getComputedStyle(document.querySelector(`.marks .is-${state}`));
				  return [seat.borderTopStyle, seat.borderTopWidth, seat.backgroundColor].join(' ');
				});
				""")).hasSize(5).doesNotHaveDuplicates();
	}

	@Test
	@ProvesRule(rule = "Checkout needs one screen and one press", guard = "orders.css:.dock",
			brokenBy = "leaving out the fixed position")
	void checkoutIsOneScreenAndOnePress() {
		choose(1, 2, 3, 4);
		this.browser.click("hold-seats").at("/reservations/").find("charge-and-pay");
		this.browser.size(360, 800);
		assertThat(this.browser.text("charge-and-pay")).isEqualTo("₩600,000 충전하고 결제하기");
		for (int part = 0; part <= 10; part++) {
			this.browser.script("scrollTo(0, document.documentElement.scrollHeight * arguments[0] / 10)", part);
			for (String testId : List.of("hold-countdown", "order-total", "charge-and-pay")) {
				assertThat((Boolean) this.browser.script("""
						const part = document.querySelector(`[data-testid=${arguments[0]}]`);
						const { left, top, width, height } = part.getBoundingClientRect();
						return part.contains(document.elementFromPoint(left + width / 2, top + height / 2));
						""", testId)).as(testId + " at " + part).isTrue();
			}
		}
		String title = this.browser.driver().getTitle();
		assertThat(title).matches("0[345]:\\d\\d · .* · Frontrow");
		this.browser
			.until((driver) -> !driver.getTitle().equals(title) && driver.getTitle().matches("0.:\\d\\d · [^:]*"));

		for (String typed : List.of("abc", "-5")) {
			this.browser.type("charge-amount", typed).click("charge-submit");
			this.browser.until((driver) -> typed.equals(this.browser.find("charge-amount").getAttribute("value"))
					&& "true".equals(this.browser.find("charge-amount").getAttribute("aria-invalid"))
					&& "charge-amount".equals(this.browser.script("return document.activeElement.dataset.testid")));
		}
		this.browser.click("charge-and-pay").find("payment-receipt");
		assertThat(this.browser.driver().getTitle()).doesNotContainPattern("\\d\\d:\\d\\d");
		this.browser.go("/me/wallet");
		assertThat(this.browser.all("ledger-row")).hasSize(2);
		assertThat(this.browser.text("balance")).isEqualTo("₩0");
	}

	@Test
	@ProvesRule(rule = "A button at work shows it at once and keeps its size", guard = "frontrow.css:aria-busy",
			brokenBy = "leaving out the spinner")
	void busyButtonShowsItAtOnceAndKeepsItsSize() {
		assertThat((String) this.browser
			.script("return getComputedStyle(document.getElementById('best-grade')).backgroundImage"))
			.contains("gradient");
		choose(1);
		this.browser.click("hold-seats").at("/reservations/").find("charge-and-pay");
		((ChromiumDriver) this.browser.driver()).executeCdpCommand("Network.enable", Map.of());
		((ChromiumDriver) this.browser.driver()).executeCdpCommand("Network.emulateNetworkConditions",
				Map.of("offline", false, "latency", 2000, "downloadThroughput", -1, "uploadThroughput", -1));

		assertThat(this.browser.asyncScript("""
				const told = arguments[arguments.length - 1];
				const button = document.querySelector('[data-testid=charge-and-pay]');
				const place = () => JSON.stringify(button.getBoundingClientRect());
				const before = place();
				button.click();
				setTimeout(() => told([button.getAttribute('aria-busy'), getComputedStyle(button, '::after').content,
				  parseInt(getComputedStyle(button, '::before').width) > 10, before === place()].join(' ')), 100);
				""")).isEqualTo("true \"처리 중…\" true true");
		this.browser.find("payment-receipt");
	}

	@Test
	void nothingIsFalseWithoutScripts() {
		Browser plain = this.browsers.openWithoutScript(this.port).language("ko");
		enter(plain);
		assertThat(plain.find("selection-total").isDisplayed()).isFalse();
		assertThat(plain.find("pass-remaining").isDisplayed()).isFalse();
		assertThat(plain.driver().getPageSource()).contains("합계는 결제하기 전에");
		plain.click("seat-31").click("hold-seats").at("/reservations/").find("charge-and-pay");
		assertThat(plain.text("charge-and-pay")).isEqualTo("₩90,000 충전하고 결제하기");
		assertThat(plain.find("charge-and-pay").findElement(By.xpath("./ancestor::section")).getText())
			.containsPattern("오[전후] \\d+:\\d\\d까지");

		plain.type("charge-amount", "abc").click("charge-submit").at("amount=abc");
		assertThat(plain.find("charge-amount").getAttribute("value")).isEqualTo("abc");
		assertThat(plain.find("charge-amount").getAttribute("aria-invalid")).isEqualTo("true");
		assertThat(plain.driver().switchTo().activeElement().getAttribute("data-testid")).isEqualTo("charge-amount");
		plain.click("charge-and-pay").find("payment-receipt");
	}

	private void enter(Browser visitor) {
		new MemberJourney(visitor).signUp().join(this.show.concertId()).chooseDate(this.show.concertId());
	}

	private void choose(int... numbers) {
		for (int seat : numbers) {
			this.browser.click("seat-" + seat);
		}
	}

	private long height(String element) {
		return size(element, "height");
	}

	private long size(String element, String side) {
		return Math.round(
				((Number) this.browser.script("return " + element + ".getBoundingClientRect()." + side)).doubleValue());
	}

}
