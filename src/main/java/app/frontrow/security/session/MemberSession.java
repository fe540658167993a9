package app.frontrow.security.session;

import java.time.Instant;

/**
 * One log-in of a member.
 *
 * @param id identifies the session; it is not the token, so nobody can log in with it
 * @param device the browser or program of the log-in
 * @param begunAt when the member logged in
 * @param lastUsedAt when the session was last used, exact to about a minute
 * @param expiresAt when the session expires if it is not used
 */
public record MemberSession(String id, Device device, Instant begunAt, Instant lastUsedAt, Instant expiresAt) {
}
