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
	@CsvSource({ "en, Error:", "ko, 오류:" })
	@ProvesRule(rule = "The title of a page begins with the word for an error", guard = "FormErrorMapper.markTitle",
			brokenBy = "leaving out the attribute")
	void errorsAreSaidFirstAndLeadToTheirFields(String language, String error) {
		Browser browser = open().language(language).size(320, 640);
		browser.go("/signup").type("signup-username", "?").type("signup-password", "short").click("signup-submit");
		browser.until((driver) -> driver.getTitle().startsWith(error));
		assertThat((String) browser.script(FOCUSED)).contains("error-summary");
		assertThat(browser.driver().findElements(By.cssSelector(".fault-links a"))).hasSizeGreaterThan(1);
		assertThat(PageCheck.namelessLinks(browser)).isEmpty();
		Screen.forEach(browser,
				(screen) -> assertThat(browser.find("signup-username").getAttribute("value")).isEqualTo("?"));
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
		assertThat(PageCheck.namelessLinks(browser)).isEmpty();
		assertThat(browser.complaints()).allMatch((complaint) -> complaint.contains("responded with a status of 40"));
	}

	@ParameterizedTest
	@CsvSource({ "en, 'Mail address: This is no', 'Display name: Use 1 to 40', Current password:",
			"ko, '이메일: 이메일 주소 형식이', '이름: 1~40자로', 현재 비밀번호:" })
	void accountKeepsWhatWasTypedAndNamesTheField(String language, String email, String name, String password) {
		Browser browser = open().language(language).size(360, 800);
		new MemberJourney(browser).signUp();
		String longName = "김".repeat(41);
		refuse(browser, "email", "account-email", "no <address> & \"more\"", "account-email-save", email);
		refuse(browser, "displayName", "account-display-name", longName, "account-rename", name);
		Screen.forEach(browser, (screen) -> assertThat(browser.text("flash")).contains(name));
		for (String form : new String[] { "recovery-password recovery-renew", "delete-password account-delete" }) {
			String[] ids = form.split(" ");
			browser.go("/me/account").type(ids[0], "wrong password").click(ids[1]);
			assertThat(browser.text("flash")).contains(password);
			assertThat(PageCheck.namelessLinks(browser)).isEmpty();
			assertThat(browser.find(ids[0]).getAttribute("value")).as("a password is not kept").isEmpty();
		}
		browser.go("/me/account").type("new-password", "short").click("change-password").find("error-code");
		assertThat(browser.driver().findElements(By.cssSelector(".fault-links a"))).isNotEmpty();
		assertThat(PageCheck.namelessLinks(browser)).isEmpty();
	}

	private static void refuse(Browser browser, String id, String field, String typed, String button, String said) {
		browser.go("/me/account").type(field, typed).click(button);
		assertThat(browser.text("flash")).contains(said);
		assertThat(PageCheck.namelessLinks(browser)).isEmpty();
		WebElement input = browser.find(field);
		assertThat(input.getAttribute("value")).isEqualTo(typed);
		assertThat(input.getAttribute("aria-invalid")).isEqualTo("true");
		assertThat(input.getAttribute("aria-describedby")).contains(id + "-error");
		assertThat(browser.driver().findElement(By.id(id + "-error")).isDisplayed()).isTrue();
		browser.find("flash").findElement(By.tagName("a")).click();
		assertThat((String) browser.script("return document.activeElement.id")).isEqualTo(id);
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
