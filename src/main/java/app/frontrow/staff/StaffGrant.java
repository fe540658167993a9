package app.frontrow.staff;

import java.time.Instant;
import java.util.UUID;

import app.frontrow.shared.StaffRole;
import org.jspecify.annotations.Nullable;

/**
 * A role that a member has.
 *
 * @param concertId the concert it is for; null if it is for all
 */
public record StaffGrant(long id, UUID memberId, String username, String displayName, StaffRole role,
		@Nullable Long concertId, Instant grantedAt) {

	/** Whether this is one of the owners that the product cannot be without. */
	public boolean isOwnerOfAll() {
		return this.role == StaffRole.OWNER && this.concertId == null;
	}

}
