package app.frontrow.shared.web.page;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.FlashMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CookieFlashMapStoreTests {

	private final CookieFlashMapStore flashMaps = new CookieFlashMapStore();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void messageIsShownOnceOnItsPage() {
		FlashMessage flash = new FlashMessage("₩50,000 | 충전; \"ok\"", "seat-taken",
				new FlashMessage.Input("amount", "금액", "12|3"));
		Cookie cookie = save("/me/wallet", flash);
		assertThat(cookie.isHttpOnly()).isTrue();

		assertThat(read("/css/frontrow.css", cookie)).isNull();
		assertThat(this.response.getCookies()).isEmpty();

		assertThat(read("/me/wallet", cookie)).isEqualTo(flash);
		assertThat(this.response.getCookie("frontrow-flash").getMaxAge()).isZero();
	}

	@Test
	void successHasNoCode() {
		FlashMessage flash = new FlashMessage("Done", null);

		assertThat(read("/", save("/", flash))).isEqualTo(flash);
	}

	@Test
	void otherFlashAttributesAreRefused() {
		FlashMap other = new FlashMap();
		other.put("seats", "1,2");
		other.setTargetRequestPath("/");
		FlashMap twice = new FlashMap();
		twice.put(FlashMessage.ATTRIBUTE, new FlashMessage("Done", null));
		twice.put("seats", "1,2");
		twice.setTargetRequestPath("/");
		FlashMap nowhere = new FlashMap();
		nowhere.put(FlashMessage.ATTRIBUTE, new FlashMessage("Done", null));

		for (FlashMap flashes : new FlashMap[] { other, twice, nowhere }) {
			assertThatIllegalStateException().isThrownBy(
					() -> this.flashMaps.saveOutputFlashMap(flashes, new MockHttpServletRequest(), this.response));
		}
		this.flashMaps.saveOutputFlashMap(new FlashMap(), new MockHttpServletRequest(), this.response);
		assertThat(this.response.getCookies()).isEmpty();
	}

	@Test
	void tamperedCookieIsIgnored() {
		for (String value : new String[] { "", "x", "%|%|%", "a|b|c|d" }) {
			assertThat(read("/", new Cookie("frontrow-flash", value))).isNull();
		}
	}

	private FlashMessage read(String path, Cookie cookie) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setCookies(cookie);
		FlashMap found = this.flashMaps.retrieveAndUpdate(request, this.response);
		assertThat(request.getSession(false)).isNull();
		return (found != null) ? (FlashMessage) found.get(FlashMessage.ATTRIBUTE) : null;
	}

	private Cookie save(String path, FlashMessage flash) {
		FlashMap flashes = new FlashMap();
		flashes.put(FlashMessage.ATTRIBUTE, flash);
		flashes.setTargetRequestPath(path);
		MockHttpServletResponse saved = new MockHttpServletResponse();
		this.flashMaps.saveOutputFlashMap(flashes, new MockHttpServletRequest("POST", "/"), saved);
		return saved.getCookie("frontrow-flash");
	}

}
