package app.frontrow.e2e;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The language switch keeps choices and typed text, with and without JavaScript.
 */
@ProvesRule(rule = "The language switch keeps what was typed", guard = "layout/_header.html:form=${typed}",
		brokenBy = "leaving out the form of the switch")
@ProvesRule(rule = "The key Enter does not press the language switch", guard = "layout/_header.html:visually-hidden",
		brokenBy = "leaving out the button before it")
class LanguageSwitchE2EIT extends BrowserTest {

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void signUpKeepsInputWithoutPassword(boolean script) {
		Browser browser = open(script);
		String username = "l" + System.nanoTime();
		browser.go("/signup")
			.type("signup-username", username)
			.type("signup-display-name", "<b>김하늘</b>")
			.type("signup-password", MemberJourney.PASSWORD);

		switchTo(browser, "ko");

		assertThat(value(browser, "signup-username")).isEqualTo(username);
		assertThat(value(browser, "signup-display-name")).isEqualTo("<b>김하늘</b>");
		assertThat(value(browser, "signup-password")).isEmpty();
		assertThat(browser.path()).isEqualTo("/signup");
		browser.find("signup-password").sendKeys(MemberJourney.PASSWORD, Keys.ENTER);
		browser.find("logout");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void logInKeepsTheUsername(boolean script) {
		Browser browser = open(script);
		browser.go("/login").type("login-username", "mina").type("login-password", MemberJourney.PASSWORD);

		switchTo(browser, "ko");

		assertThat(value(browser, "login-username")).isEqualTo("mina");
		assertThat(value(browser, "login-password")).isEmpty();
		browser.find("login-password").sendKeys("wrong", Keys.ENTER);
		assertThat(browser.find("error-code").getAttribute("data-code")).isEqualTo("bad-credentials");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	@ProvesRule(rule = "The language switch keeps the chosen seats", guard = "frontrow.js:keepAddress",
			brokenBy = "leaving out the call")
	void seatMapKeepsTheChoice(boolean script) {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		Browser browser = open(script);
		new MemberJourney(browser).signUp().join(show.concertId()).chooseDate(show.concertId());
		browser.click("seat-24").click("seat-25");

		switchTo(browser, "ko");

		assertThat(browser.find("seat-24").isSelected()).isTrue();
		assertThat(browser.find("seat-25").isSelected()).isTrue();
		assertThat(browser.text("selection-total")).as("only scripts know the sum").isEqualTo(script ? "₩240,000" : "");
		assertThat(browser.find("seat-26").isSelected()).isFalse();
		browser.find("seat-24").sendKeys(Keys.ENTER);
		browser.at("/reservations/");
		assertThat(browser.text("order-total")).isEqualTo("₩240,000");
	}

	private Browser open(boolean script) {
		return script ? open() : this.browsers.openWithoutScript(this.port);
	}

	private static void switchTo(Browser browser, String language) {
		browser.click("language-switch");
		browser.until((driver) -> driver.getPageSource().contains("<html lang=\"" + language + "\""));
	}

	private static String value(Browser browser, String testId) {
		return browser.find(testId).getAttribute("value");
	}

}
