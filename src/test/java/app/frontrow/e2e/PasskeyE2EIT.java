package app.frontrow.e2e;

import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.virtualauthenticator.HasVirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A member of the staff adds a passkey and passes the second step with it.
 */
class PasskeyE2EIT extends BrowserTest {

	@ParameterizedTest
	@ValueSource(strings = { "en", "ko" })
	@ProvesRule(rule = "A passkey passes the second step only with an answer to this session's challenge",
			guard = "PasskeyPageController.challenge", brokenBy = "keeping another challenge in the session")
	void passkeyPassesTheSecondStep(String language) {
		Browser browser = open();
		((HasVirtualAuthenticator) browser.driver()).addVirtualAuthenticator(
				new VirtualAuthenticatorOptions().setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
					.setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
					.setHasResidentKey(true)
					.setHasUserVerification(true)
					.setIsUserVerified(true));
		String username = this.audience.staffAccount(StaffRole.BOX_OFFICE, null);
		browser.language(language);
		logIn(browser, username);
		browser.until((driver) -> !browser.go("/office/security").all("passkey-add").isEmpty());
		browser.type("passkey-label", "내 휴대전화").click("passkey-add").find("passkey");
		assertThat(browser.text("passkey")).contains("내 휴대전화");
		assertThat(browser.all("recovery-code")).hasSize(8);

		browser.click("logout").find("flash");
		logIn(browser, username);
		PageCheck check = new PageCheck(browser);
		browser.go("/office/orders").at("/office/security");
		check.look("office/security", language);
		assertThat(check.faults()).isEmpty();
		browser.click("passkey-use").at("/office/orders").find("order-search");

		browser.go("/office/security").click("passkey-remove").find("flash");
		assertThat(browser.all("passkey")).isEmpty();
	}

	private static void logIn(Browser browser, String username) {
		browser.go("/login")
			.type("login-username", username)
			.type("login-password", MemberJourney.PASSWORD)
			.click("login-submit")
			.find("logout");
	}

}
