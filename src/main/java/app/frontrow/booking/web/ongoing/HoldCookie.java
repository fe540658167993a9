package app.frontrow.booking.web.ongoing;

import java.time.Duration;

import app.frontrow.shared.web.http.SiteCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells that the member held seats at the log-in, which may have been on another device.
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
