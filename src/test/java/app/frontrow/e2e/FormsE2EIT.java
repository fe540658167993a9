package app.frontrow.e2e;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What forms say when something is wrong, and what helps to type a password.
 */
class FormsE2EIT extends BrowserTest {

	private static final String FOCUSED = "return document.activeElement.className";

	@ParameterizedTest
	@CsvSource({ "en, Error:, 320", "ko, 오류:, 360" })
	@ProvesRule(rule = "The title of a page begins with the word for an error", guard = "FormErrorMapper.markTitle",
			brokenBy = "leaving out the attribute")
	void errorsAreSaidFirstAndLeadToTheirFields(String language, String error, int width) {
		Browser browser = open().language(language).size(width, 640);
		browser.go("/signup").type("signup-username", "?").type("signup-password", "short").click("signup-submit");
		browser.until((driver) -> driver.getTitle().startsWith(error));
		assertThat((String) browser.script(FOCUSED)).contains("error-summary");
		assertThat(browser.driver().findElements(By.cssSelector(".fault-links a"))).hasSizeGreaterThan(1);
		browser.picture("form-errors-" + language);
		browser.driver().findElement(By.cssSelector(".fault-links a[href='#username']")).click();
		assertThat((String) browser.script("return document.activeElement.id")).isEqualTo("username");

		browser.go("/login").type("login-username", "nobody").type("login-password", "x").click("login-submit");
		browser.until((driver) -> driver.getTitle().startsWith(error));
		assertThat((String) browser.script(FOCUSED)).contains("error-summary");

		new MemberJourney(browser).signUp();
		browser.language(language).go("/me/wallet").type("charge-amount", "abc").click("charge-submit");
		browser.until((driver) -> driver.getTitle().startsWith(error));
		assertThat(browser.driver().findElement(By.cssSelector(".fault-links a")).getAttribute("href"))
			.endsWith("#amount");
		browser.go("/me/account").type("account-email", "no address").click("account-email-save");
		browser.until((driver) -> driver.getTitle().startsWith(error));
		WebElement link = browser.find("flash").findElement(By.tagName("a"));
		link.click();
		assertThat((String) browser.script("return document.activeElement.id")).isEqualTo("email");
		assertThat(browser.find("account-email").getAttribute("aria-invalid")).isEqualTo("true");
		assertThat(browser.complaints()).allMatch((complaint) -> complaint.contains("responded with a status of 40"));
	}

	@ParameterizedTest
	@CsvSource({ "en, Hide password, Caps lock", "ko, 비밀번호 숨기기, Caps Lock" })
	void passwordCanBeLookedAtAndCapsLockIsTold(String language, String hide, String caps) {
		Browser browser = open().language(language).size(320, 640).go("/login");
		browser.type("login-password", "secret").click("show-password");

		assertThat(browser.text("show-password")).isEqualTo(hide);
		assertThat(browser.find("login-password").getAttribute("type")).isEqualTo("text");
		assertThat(browser.find("show-password").getSize().getHeight()).isGreaterThanOrEqualTo(44);
		browser.click("show-password");
		assertThat(browser.find("login-password").getAttribute("type")).isEqualTo("password");

		assertThat(browser.all("caps-lock").get(0).getText()).isEmpty();
		press(browser, true);
		assertThat(browser.text("caps-lock")).contains(caps);
		press(browser, false);
		assertThat(browser.all("caps-lock").get(0).getText()).isEmpty();

		browser.click("show-password").type("login-username", "nobody").click("login-submit");
		browser.find("error-code");
		assertThat(browser.complaints()).allMatch((complaint) -> complaint.contains("responded with a status of 40"));
	}

	private static void press(Browser browser, boolean capsLock) {
		browser.script("document.getElementById('password').dispatchEvent("
				+ "new KeyboardEvent('keydown', { key: 'a', modifierCapsLock: arguments[0] }))", capsLock);
	}

}
