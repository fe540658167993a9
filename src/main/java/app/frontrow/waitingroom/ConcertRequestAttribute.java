package app.frontrow.waitingroom;

import java.util.Map;

import app.frontrow.catalogue.concert.ConcertErrorDetail;
import app.frontrow.shared.error.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerMapping;

/**
 * Stores the concert of a request whose address does not contain it. So a refusal can
 * redirect to the right waiting room.
 */
public final class ConcertRequestAttribute {

	private static final String CONCERT_ID = ConcertErrorDetail.ID.name();

	private ConcertRequestAttribute() {
	}

	/**
	 * Stores the concert of this request.
	 */
	public static void set(HttpServletRequest request, long concertId) {
		request.setAttribute(CONCERT_ID, concertId);
	}

	/**
	 * Returns the id of the concert: from the refusal, else from this attribute, else
	 * from the address.
	 * @return null if none of them contains it
	 */
	public static @Nullable Object of(Refusal refusal, HttpServletRequest request) {
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
