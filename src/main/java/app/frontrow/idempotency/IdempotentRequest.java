package app.frontrow.idempotency;

import java.util.UUID;

/**
 * What makes a request the same request.
 *
 * @param memberId whose request
 * @param endpoint which operation, at most 40 ASCII characters
 * @param key the client's key, 1 to 255 visible ASCII characters; null for a request that
 * is not to be remembered
 * @param content what is asked for; the same key with another content is refused
 */
public record IdempotentRequest(UUID memberId, String endpoint, String key, Object content) {
}
