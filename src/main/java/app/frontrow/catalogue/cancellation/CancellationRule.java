package app.frontrow.catalogue.cancellation;

/**
 * The share of a ticket's price that the office keeps, by the time of the cancellation.
 *
 * @param daysBefore how many days before the show the ticket is cancelled at the latest,
 * counted at midnight of the venue; 0 is the day of the show
 * @param percent how much of the price is kept, 0 to 100
 */
public record CancellationRule(int daysBefore, int percent) {
}
