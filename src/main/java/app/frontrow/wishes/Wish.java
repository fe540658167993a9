package app.frontrow.wishes;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The wish of a member to be told something about a concert.
 *
 * @param toldAt null while it is waiting
 */
record Wish(UUID id, UUID memberId, long concertId, WishKind kind, Instant createdAt, @Nullable Instant toldAt) {
}
