package app.frontrow.booking.reservation;

/**
 * A hold that has not expired, read for its payment.
 *
 * @param holdsMore whether the member has another such hold for the concert
 */
public record PayableHold(Reservation reservation, boolean holdsMore) {
}
