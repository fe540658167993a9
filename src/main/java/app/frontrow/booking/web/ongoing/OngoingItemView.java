package app.frontrow.booking.web.ongoing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that a member has begun and not finished: a place in a queue, a turn or a
 * hold.
 *
 * @param kind {@code place}, {@code turn}, {@code hold}, or {@code order} for a hold
 * without a turn
 * @param title of the concert
 * @param position in line, from 1; null unless it is a place after the opening
 * @param endsAt when the turn or the hold ends; null for a place
 * @param pollAfterMs milliseconds until the next poll of a place; null for other kinds
 * @param link the page on which the member can continue
 */
public record OngoingItemView(String kind, long concertId, String title, @Nullable Long position,
		@Nullable Instant endsAt, @Nullable Long pollAfterMs, String link) {
}
