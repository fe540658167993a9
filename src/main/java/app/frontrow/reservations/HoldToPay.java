package app.frontrow.reservations;

/**
 * A live hold, as it is found when its member wants to pay it.
 *
 * @param holdsMore whether the member has another live hold for the concert
 */
public record HoldToPay(Reservation reservation, boolean holdsMore) {
}
