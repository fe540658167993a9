package app.frontrow.waitingroom.place;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

/**
 * A member's place in the queue of a concert, at this moment.
 *
 * @param queueToken the signed token that stands for the place
 * @param position counts from 1 and never grows; null unless waiting, and before the
 * opening
 * @param peopleAhead people before the member; null as the position
 * @param estimatedWaitSeconds null unless waiting, and while too few members were
 * admitted
 * @param pollAfterMs milliseconds until the next poll; null after the end
 * @param issuedAt when the member joined
 * @param admittedAt when the pass began; null unless admitted
 * @param expiresAt when the pass ends; null unless admitted
 * @param remainingSeconds whole seconds until the pass ends; null unless admitted
 */
public record QueuePlace(String queueToken, long concertId, UUID memberId, PlaceStatus status, @Nullable Long position,
		@Nullable Long peopleAhead, @Nullable Estimate estimatedWaitSeconds, @Nullable Long pollAfterMs,
		Instant issuedAt, @Nullable Instant admittedAt, @Nullable Instant expiresAt, @Nullable Long remainingSeconds) {
}
