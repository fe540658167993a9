package app.frontrow.waitingroom;

import java.util.Map;

import app.frontrow.catalogue.concert.ConcertDetail;
import app.frontrow.shared.error.Refusal;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets a page whose address does not name its concert tell which one it is about, so that
 * a refusal can lead to the right waiting room.
 */
public final class ConcertRequestAttribute {

	private static final String CONCERT_ID = ConcertDetail.ID.name();

	private ConcertRequestAttribute() {
	}

	/**
	 * This request is about the concert.
	 */
	public static void set(HttpServletRequest request, long concertId) {
		request.setAttribute(CONCERT_ID, concertId);
	}

	/**
	 * The concert that was refused: as the refusal says, as the page says, or as the
	 * address says.
	 * @return null if none of them says it
	 */
	public static Object of(Refusal refusal, HttpServletRequest request) {
		Object known = refusal.details().get(CONCERT_ID);
		if (known == null) {
			known = request.getAttribute(CONCERT_ID);
		}
		if (known == null && request
			.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
			known = variables.get(CONCERT_ID);
		}
		return known;
	}

}
