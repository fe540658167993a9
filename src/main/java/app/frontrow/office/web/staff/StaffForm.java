package app.frontrow.office.web.staff;

import app.frontrow.shared.StaffRole;
import org.jspecify.annotations.Nullable;

/**
 * A role to be given, as the page sends it. Without a username the form asks for a link.
 *
 * @param concertId as typed; empty for all concerts
 */
record StaffForm(String username, @Nullable StaffRole role, String concertId) {

	/** An absent field is an empty one. */
	StaffForm {
		username = (username != null) ? username : "";
		concertId = (concertId != null) ? concertId : "";
	}

	boolean asksForLink() {
		return this.username.isBlank();
	}

	/**
	 * The concert, or null for all.
	 * @throws NumberFormatException if it is no number
	 */
	@Nullable Long concert() {
		return this.concertId.isBlank() ? null : Long.valueOf(this.concertId.strip());
	}

}
