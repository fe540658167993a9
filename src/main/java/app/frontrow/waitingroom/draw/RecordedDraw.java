package app.frontrow.waitingroom.draw;

import java.time.Instant;

/**
 * A draw that took place.
 *
 * @param entrants how many numbers took part
 */
public record RecordedDraw(long entrants, Instant drawnAt) {
}
