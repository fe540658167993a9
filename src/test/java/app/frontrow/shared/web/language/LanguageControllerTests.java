package app.frontrow.shared.web.language;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageControllerTests {

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@ParameterizedTest
	@ValueSource(strings = { "/", "/concerts/7", "/?q=%ED%95%9C&page=2" })
	void switchRedirectsBackToThePage(String path) {
		assertThat(change("ko", path)).isEqualTo("redirect:" + path);
		assertThat(this.response.getCookie("frontrow-language").getValue()).isEqualTo("ko");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "",
			"/a\r\nSet-Cookie: x=y", "/{x}", "evil", "/\u2028x", "/한" })
	void switchNeverRedirectsToOtherSites(String path) {
		assertThat(change("ko", path)).isEqualTo("redirect:/");
	}

	@Test
	void pathThatFitsIntoNoHeaderIsIgnored() {
		assertThat(change("ko", "/" + "x".repeat(2_000))).startsWith("redirect:/x");
		assertThat(change("ko", "/" + "x".repeat(2_001))).isEqualTo("redirect:/");
	}

	@Test
	void unsupportedLanguageIsIgnored() {
		change("xx", "/");

		assertThat(this.response.getCookies()).isEmpty();
	}

	private String change(String language, String returnTo) {
		return new LanguageController(new ReaderLocaleResolver()).change(Locale.forLanguageTag(language), returnTo,
				new MockHttpServletRequest(), this.response);
	}

}
