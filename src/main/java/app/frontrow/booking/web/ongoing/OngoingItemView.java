package app.frontrow.booking.web.ongoing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that a member has under way.
 *
 * @param kind {@code place}, {@code turn}, {@code hold}, or {@code order} for a hold
 * without a turn
 * @param title of the concert
 * @param position in line, from 1; null unless it is a place after the opening
 * @param endsAt null for a place
 * @param pollAfterMs milliseconds until a place is asked for again; null otherwise
 * @param link the page on which to go on
 */
public record OngoingItemView(String kind, long concertId, String title, @Nullable Long position,
		@Nullable Instant endsAt, @Nullable Long pollAfterMs, String link) {
}
