package app.frontrow.security.passkey;

import java.time.Instant;

/**
 * A passkey of a member.
 *
 * @param id as the browser names it, in base64 for URLs
 * @param label what the member calls it
 * @param lastUsedAt when it was used last, or added
 */
public record Passkey(String id, String label, Instant createdAt, Instant lastUsedAt) {
}
