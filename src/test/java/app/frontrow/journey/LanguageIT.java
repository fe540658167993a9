package app.frontrow.journey;

import java.net.http.HttpResponse;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The chosen language stays.
 */
class LanguageIT extends ProductTest {

	@ParameterizedTest
	@ValueSource(strings = { "ko", "en" })
	@ProvesRule(rule = "The chosen language stays after a log-out", guard = "ReaderLocaleResolver.COOKIE",
			brokenBy = "deleting the cookie at the log-out")
	void chosenLanguageStaysAfterLogInAndLogOut(String language) {
		PageClient visitor = PageClient.at(this.port);
		assertThat(PageClient.location(visitor.submit("/login", "/language", "language", language)))
			.isEqualTo("/login");
		assertSpeaks(visitor.get("/login"), language);

		visitor.signUpAndLogIn();
		assertSpeaks(visitor.get("/me/wallet"), language);
		visitor.submit("/me/wallet", "/logout");
		assertThat(visitor.get("/me/wallet").statusCode()).isEqualTo(302);
		assertSpeaks(visitor.get("/login"), language);
		assertSpeaks(visitor.get("/no/such/page"), language);
	}

	private static void assertSpeaks(HttpResponse<String> page, String language) {
		assertThat(page.body()).contains("<html lang=\"" + language + "\"");
	}

}
