package app.frontrow.shared.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Lets a page whose address does not name its concert tell which one it is about, so that
 * a refusal can lead to the right waiting room.
 */
public final class ConcertInView {

	static final String ATTRIBUTE = "concertId";

	private ConcertInView() {
	}

	/**
	 * This request is about the concert.
	 */
	public static void set(HttpServletRequest request, long concertId) {
		request.setAttribute(ATTRIBUTE, concertId);
	}

}
