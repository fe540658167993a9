package app.frontrow.members.web;

import java.time.Instant;

import app.frontrow.members.Device;
import app.frontrow.members.MemberSession;
import jakarta.annotation.Nullable;

/**
 * One log-in of a member, as they see it.
 *
 * @param id names the session; it is not the token
 * @param kind whether a browser or a program logged in
 * @param device what it says it is, in a few words; null if it says nothing of use
 * @param createdAt when it began
 * @param lastUsedAt when it was last used, to about a minute
 * @param expiresAt when it ends if it is not used any more
 * @param current whether it is the one that asks
 */
record SessionView(String id, Device.Kind kind, @Nullable String device, Instant createdAt, Instant lastUsedAt,
		Instant expiresAt, boolean current) {

	static SessionView of(MemberSession session, String current) {
		return new SessionView(session.id(), session.device().kind(), session.device().name(), session.begunAt(),
				session.lastUsedAt(), session.expiresAt(), session.id().equals(current));
	}

}
