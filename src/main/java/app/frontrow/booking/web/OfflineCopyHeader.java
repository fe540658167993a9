package app.frontrow.booking.web;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Marks a page that the member's browser may keep for times without a network. The
 * service worker keeps no other page, and forgets these when somebody logs in or out.
 */
public final class OfflineCopyHeader {

	private static final String NAME = "Frontrow-Offline";

	private OfflineCopyHeader() {
	}

	public static void allow(HttpServletResponse response) {
		response.setHeader(NAME, "keep");
	}

}
