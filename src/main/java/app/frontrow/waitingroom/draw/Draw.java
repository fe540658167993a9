package app.frontrow.waitingroom.draw;

import java.time.Instant;

import jakarta.annotation.Nullable;

/**
 * The public facts of a concert's draw.
 *
 * @param commitment SHA-256 of the seed, published before the draw
 * @param seed null before the draw
 * @param entrants how many numbers took part; null before the draw
 * @param drawnAt null before the draw
 */
public record Draw(long concertId, String commitment, @Nullable String seed, @Nullable Long entrants,
		@Nullable Instant drawnAt) {
}
