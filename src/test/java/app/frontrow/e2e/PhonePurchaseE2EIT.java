package app.frontrow.e2e;

import java.util.List;
import java.util.Map;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chromium.ChromiumDriver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person does with the seat map and the checkout on a phone.
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

	@Test
	void chosenSeatIsRemovedInTheDock() {
		choose(1, 2, 11, 12);
		this.browser.toTheTop().click("selection-remove-2");
		this.browser.until((driver) -> this.browser.text("selection-total").equals("₩390,000"));
		assertThat(this.browser.script("return document.activeElement.dataset.testid"))
			.isEqualTo("selection-remove-11");
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
	void checkoutNeedsOnePress() {
		choose(1, 2, 3, 4);
		this.browser.click("hold-seats").at("/reservations/").find("charge-and-pay");
		String title = this.browser.driver().getTitle();
		this.browser
			.until((driver) -> !driver.getTitle().equals(title) && driver.getTitle().matches("0.:\\d\\d · [^:]*"));
		for (String typed : List.of("abc", "-5")) {
			this.browser.type("charge-amount", typed).click("charge-submit");
			this.browser.until((driver) -> typed.equals(this.browser.find("charge-amount").getAttribute("value"))
					&& "true".equals(this.browser.find("charge-amount").getAttribute("aria-invalid"))
					&& "charge-amount".equals(this.browser.script("return document.activeElement.dataset.testid")));
		}
		this.browser.click("charge-and-pay").find("payment-receipt");
		this.browser.go("/me/wallet");
		assertThat(this.browser.all("ledger-row")).hasSize(2);
		assertThat(this.browser.text("balance")).isEqualTo("₩0");
	}

	@Test
	void listOfGradesHasItsArrow() {
		assertThat((String) this.browser
			.script("return getComputedStyle(document.getElementById('best-grade')).backgroundImage"))
			.contains("gradient");
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

}
