package app.frontrow.catalogue.cancellation;

/**
 * The share of a ticket's price that the office keeps, by the time of the cancellation.
 *
 * @param daysBefore the rule is valid for cancellations at least this many days before
 * the show. A day ends at midnight of the venue; 0 is the day of the show
 * @param percent how much of the price is kept, 0 to 100
 */
public record CancellationRule(int daysBefore, int percent) {
}
