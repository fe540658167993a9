package app.frontrow.security.session;

import java.time.Instant;

/**
 * One log-in of a member.
 *
 * @param id names the session and opens nothing: it is not the token
 * @param device what the member logged in with
 * @param begunAt when the member logged in
 * @param lastUsedAt when it was last used, to about a minute
 * @param expiresAt when it ends if it is not used any more
 */
public record MemberSession(String id, Device device, Instant begunAt, Instant lastUsedAt, Instant expiresAt) {
}
