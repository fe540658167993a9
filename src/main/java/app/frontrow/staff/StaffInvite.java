package app.frontrow.staff;

import app.frontrow.shared.StaffRole;
import org.jspecify.annotations.Nullable;

/**
 * A role that whoever opens the link may take, once.
 *
 * @param concertId null for all concerts
 */
public record StaffInvite(StaffRole role, @Nullable Long concertId) {
}
