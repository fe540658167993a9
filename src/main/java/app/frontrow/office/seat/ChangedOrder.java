package app.frontrow.office.seat;

import java.util.UUID;

/**
 * An order that the ticket office made or changed. This is what a repeated request gets.
 */
public record ChangedOrder(UUID id) {
}
