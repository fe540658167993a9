package app.frontrow.reservations;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a member asks to hold.
 *
 * @param showId the show
 * @param seatNumbers of one seat or more, 1 to 50
 * @param expectedTotal the sum that the member was shown, in won; null if they do not say
 */
public record SeatChoice(long showId, List<Integer> seatNumbers, @Nullable Long expectedTotal) {
}
