package app.frontrow.e2e;

import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From signing up to deleting the account in a browser, in both languages.
 */
class AccountE2EIT extends BrowserTest {

	private static final String NEW_PASSWORD = "battery staple";

	@ParameterizedTest
	@CsvSource({ "en, Your new password is set, Your account is deleted", "ko, 새 비밀번호로 변경했고, 계정을 삭제했습니다" })
	void memberSavesCodesSetsANewPasswordAndLeaves(String language, String reset, String deleted) {
		String username = "e" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
		Browser browser = open().language(language).size(360, 800);
		browser.go("/signup")
			.type("signup-username", username)
			.type("signup-password", MemberJourney.PASSWORD)
			.type("signup-display-name", "김하늘 🎫")
			.click("signup-submit")
			.at("/me/account/recovery-codes");
		String code = browser.find("recovery-codes").findElement(By.tagName("code")).getText();
		browser.picture("recovery-codes-" + language);
		browser.click("logout").find("flash");

		browser.go("/login").click("reset-link").click("reset-by-code").at("/reset/code");
		browser.type("reset-username", username).type("reset-code", "0000").type("reset-password", NEW_PASSWORD);
		browser.click("reset-submit").find("error-code");
		assertThat(browser.driver().findElement(By.id("code-error")).isDisplayed()).isTrue();
		browser.type("reset-code", code).type("reset-password", NEW_PASSWORD).click("reset-submit").at("/login");
		assertThat(browser.text("flash")).contains(reset);
		browser.type("login-username", username)
			.type("login-password", NEW_PASSWORD)
			.click("login-submit")
			.find("logout");

		browser.go("/me/account").type("account-email", "me@mail.example").click("account-email-save").find("flash");
		assertThat(browser.find("account-email").getAttribute("value")).isEqualTo("me@mail.example");
		assertThat(browser.find("account-export").getAttribute("href")).endsWith("/me/account/export");
		browser.picture("account-" + language);
		browser.type("delete-password", "wrong password").click("account-delete").find("error-code");
		browser.type("delete-password", NEW_PASSWORD).click("account-delete");
		browser.until((driver) -> browser.all("logout").isEmpty());
		assertThat(browser.text("flash")).contains(deleted);
	}

}
