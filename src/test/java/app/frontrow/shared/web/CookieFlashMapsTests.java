package app.frontrow.shared.web;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.FlashMap;

import static org.assertj.core.api.Assertions.assertThat;

class CookieFlashMapsTests {

	private final CookieFlashMaps flashMaps = new CookieFlashMaps();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void isSaidOnceOnThePageItIsMeantFor() {
		Flash flash = new Flash("₩50,000 | 충전; \"ok\"", "seat-taken");
		Cookie cookie = save("/me/wallet", flash);
		assertThat(cookie.isHttpOnly()).isTrue();

		assertThat(read("/css/frontrow.css", cookie)).isNull();
		assertThat(this.response.getCookies()).isEmpty();

		assertThat(read("/me/wallet", cookie)).isEqualTo(flash);
		assertThat(this.response.getCookie("frontrow-flash").getMaxAge()).isZero();
	}

	@Test
	void goodNewsHaveNoCode() {
		Flash flash = new Flash("Done", null);

		assertThat(read("/", save("/", flash))).isEqualTo(flash);
	}

	@Test
	void aTamperedCookieSaysNothing() {
		for (String value : new String[] { "", "x", "%|%|%", "a|b|c|d" }) {
			assertThat(read("/", new Cookie("frontrow-flash", value))).isNull();
		}
	}

	private Flash read(String path, Cookie cookie) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setCookies(cookie);
		FlashMap found = this.flashMaps.retrieveAndUpdate(request, this.response);
		assertThat(request.getSession(false)).isNull();
		return (found != null) ? (Flash) found.get(Flash.ATTRIBUTE) : null;
	}

	private Cookie save(String path, Flash flash) {
		FlashMap flashes = new FlashMap();
		flashes.put(Flash.ATTRIBUTE, flash);
		flashes.setTargetRequestPath(path);
		MockHttpServletResponse saved = new MockHttpServletResponse();
		this.flashMaps.saveOutputFlashMap(flashes, new MockHttpServletRequest("POST", "/"), saved);
		return saved.getCookie("frontrow-flash");
	}

}
