package app.frontrow.wishes;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The wish of a member to be told something about a concert.
 *
 * @param toldAt when the member was told; null before
 */
record Wish(UUID id, UUID memberId, long concertId, WishKind kind, Instant createdAt, @Nullable Instant toldAt) {
}
