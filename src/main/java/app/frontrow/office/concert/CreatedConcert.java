package app.frontrow.office.concert;

/**
 * A concert that was added.
 */
public record CreatedConcert(long id) {
}
