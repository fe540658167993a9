package app.frontrow.booking.web.ongoing;

import java.time.Duration;

import app.frontrow.shared.web.http.SiteCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A cookie that says that the member held seats at the log-in. The seats may have been
 * held on another device.
 */
final class HoldCookie {

	private static final SiteCookie COOKIE = new SiteCookie("frontrow-hold");

	private HoldCookie() {
	}

	static boolean isIn(HttpServletRequest request) {
		return COOKIE.read(request).isPresent();
	}

	static void write(HttpServletRequest request, HttpServletResponse response, Duration life) {
		COOKIE.write(request, response, "1", life);
	}

}
