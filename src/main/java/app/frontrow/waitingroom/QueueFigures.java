package app.frontrow.waitingroom;

import java.time.Instant;

import jakarta.annotation.Nullable;

/**
 * What a waiting room has counted.
 *
 * @param asOf when the counts were right, by the clock of Redis
 * @param joined places given so far
 * @param waiting members who may still be admitted
 * @param inside members with a pass
 * @param admitted passes given so far
 * @param absent members who left or were passed over so far
 * @param admissionsPerMinute the rate of the latest admissions; null if there are too few
 * @param waitSeconds how long somebody who joins now will wait at this rate; null without
 * a rate
 */
public record QueueFigures(Instant asOf, long joined, long waiting, long inside, long admitted, long absent,
		@Nullable Double admissionsPerMinute, @Nullable Long waitSeconds) {
}
