package app.frontrow.booking.web;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Marks a page that the browser may store, so that it can be read without a network. The
 * service worker stores only marked pages, and deletes them at every log-in and log-out.
 */
public final class OfflineCopyHeader {

	private static final String NAME = "Frontrow-Offline";

	private OfflineCopyHeader() {
	}

	public static void allow(HttpServletResponse response) {
		response.setHeader(NAME, "keep");
	}

}
