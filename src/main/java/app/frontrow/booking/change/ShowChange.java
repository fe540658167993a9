package app.frontrow.booking.change;

import java.util.UUID;

/**
 * A change of a show that a member has bought.
 *
 * @param oldTitle the title before the change
 * @param oldVenue the venue before the change
 */
public record ShowChange(UUID id, UUID reservationId, UUID memberId, String oldTitle, String oldVenue) {

	/** The kind of the mail that tells of it. */
	public static final String MAIL = "show-changed";

}
