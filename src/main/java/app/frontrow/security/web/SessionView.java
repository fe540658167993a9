package app.frontrow.security.web;

import java.time.Instant;

import app.frontrow.security.session.Device;
import app.frontrow.security.session.MemberSession;
import jakarta.annotation.Nullable;

/**
 * A log-in for its member.
 *
 * @param id identifies the session, but is not the token
 * @param kind whether a browser or a program logged in
 * @param device short text from the user agent; null if that says nothing useful
 * @param lastUsedAt exact to about a minute
 * @param expiresAt when it ends without further use
 * @param current whether this request uses it
 */
record SessionView(String id, Device.Kind kind, @Nullable String device, Instant createdAt, Instant lastUsedAt,
		Instant expiresAt, boolean current) {

	static SessionView of(MemberSession session, @Nullable String current) {
		return new SessionView(session.id(), session.device().kind(), session.device().name(), session.begunAt(),
				session.lastUsedAt(), session.expiresAt(), session.id().equals(current));
	}

}
