package app.frontrow.office.web.staff;

import app.frontrow.shared.StaffRole;

/**
 * A role to be given, as the page sends it. Without a username the form asks for a link.
 *
 * @param concertId as typed; empty for all concerts
 */
record StaffForm(String username, StaffRole role, String concertId) {

	boolean asksForLink() {
		return this.username == null || this.username.isBlank();
	}

	/**
	 * The concert, or null for all.
	 * @throws NumberFormatException if it is no number
	 */
	Long concert() {
		return (this.concertId == null || this.concertId.isBlank()) ? null : Long.valueOf(this.concertId.strip());
	}

}
