package app.frontrow.waitingroom.draw;

import java.time.Instant;

import jakarta.annotation.Nullable;

/**
 * The draw of a concert as everybody may see it.
 *
 * @param commitment SHA-256 of the seed, published before the draw
 * @param seed null before the draw
 * @param entrants how many numbers took part, from 1 on; null before the draw
 * @param drawnAt null before the draw
 */
public record Draw(long concertId, String commitment, @Nullable String seed, @Nullable Long entrants,
		@Nullable Instant drawnAt) {
}
