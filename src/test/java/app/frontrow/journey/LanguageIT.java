package app.frontrow.journey;

import java.net.http.HttpResponse;
import java.util.Map;

import app.frontrow.RunningProduct;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The language that somebody chose stays, whoever they are.
 */
@RunningProduct
class LanguageIT {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "ko", "en" })
	@ProvesRule(rule = "The chosen language stays after a log-out", guard = "ReaderLocales.COOKIE",
			brokenBy = "deleting the cookie at the log-out")
	void theChoiceOutlivesLoggingInAndOut(String language) {
		PageClient visitor = PageClient.at(this.port);
		Map<String, String> choice = PageClient.form(visitor.get("/login"), "/language");
		choice.put("language", language);
		assertThat(visitor.post("/language", choice).headers().firstValue("Location").orElseThrow()).endsWith("/login");
		assertSpeaks(visitor.get("/login"), language);

		visitor.signUpAndLogIn();
		HttpResponse<String> wallet = visitor.get("/me/wallet");
		assertSpeaks(wallet, language);

		visitor.post("/logout", PageClient.form(wallet, "/logout"));
		assertThat(visitor.get("/me/wallet").statusCode()).isEqualTo(302);
		assertSpeaks(visitor.get("/login"), language);
		assertSpeaks(visitor.get("/no/such/page"), language);
	}

	private static void assertSpeaks(HttpResponse<String> page, String language) {
		assertThat(page.body()).contains("<html lang=\"" + language + "\"");
	}

}
