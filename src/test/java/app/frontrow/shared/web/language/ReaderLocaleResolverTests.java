package app.frontrow.shared.web.language;

import java.util.Locale;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class ReaderLocaleResolverTests {

	private final ReaderLocaleResolver locales = new ReaderLocaleResolver();

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "/, -, -, en", "/, ko-KR, -, ko", "/, fr, -, en", "/, ko, en, en",
			"/, en, ko, ko", "/, ko, xx, ko", "/api/v1/wallet, en, ko, en", "/api/v1/wallet, ko, en, ko" })
	void switchOverridesTheBrowserOnPagesOnly(String path, String accepted, String chosen, String expected) {
		assertThat(this.locales.resolveLocale(request(path, accepted, chosen)))
			.isEqualTo(Locale.forLanguageTag(expected));
	}

	@Test
	void choiceTakesEffectAtOnceAndIsStored() {
		MockHttpServletRequest request = request("/signup", "en", "en");
		MockHttpServletResponse response = new MockHttpServletResponse();

		this.locales.setLocale(request, response, Locale.KOREA);

		assertThat(this.locales.resolveLocale(request)).isEqualTo(Locale.KOREAN);
		assertThat(response.getCookie("frontrow-language").getValue()).isEqualTo("ko");
		this.locales.setLocale(request, response, Locale.FRENCH);
		assertThat(this.locales.resolveLocale(request)).isEqualTo(Locale.KOREAN);
		assertThat(response.getHeaders("Set-Cookie")).hasSize(1);
	}

	private static MockHttpServletRequest request(String path, String accepted, String chosen) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		if (accepted != null) {
			request.addHeader("Accept-Language", accepted);
			request.addPreferredLocale(Locale.forLanguageTag(accepted));
		}
		if (chosen != null) {
			request.setCookies(new Cookie("frontrow-language", chosen));
		}
		return request;
	}

}
