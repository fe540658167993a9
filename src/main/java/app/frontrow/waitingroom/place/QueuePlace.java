package app.frontrow.waitingroom.place;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

/**
 * A member's place in the queue of a concert, at this moment.
 *
 * @param queueToken the signed token that identifies the place
 * @param position position from 1, which never grows; null before the opening and if the
 * member is not waiting
 * @param peopleAhead people ahead of the member; null if the position is null
 * @param estimatedWaitSeconds the estimated wait; null if the position is null or too few
 * members were admitted for an estimate
 * @param pollAfterMs milliseconds until the next poll; null after the end
 * @param issuedAt when the member joined
 * @param admittedAt when the pass began; null if the member is not admitted
 * @param expiresAt when the pass ends; null if the member is not admitted
 * @param remainingSeconds whole seconds until the pass ends; null if the member is not
 * admitted
 * @param place the place in the order of admission, which never changes; null before the
 * opening and after the end
 * @param endReason why the place has expired; null if it has not
 */
public record QueuePlace(String queueToken, long concertId, UUID memberId, PlaceStatus status, @Nullable Long position,
		@Nullable Long peopleAhead, @Nullable Estimate estimatedWaitSeconds, @Nullable Long pollAfterMs,
		Instant issuedAt, @Nullable Instant admittedAt, @Nullable Instant expiresAt, @Nullable Long remainingSeconds,
		@Nullable Long place, @Nullable EndReason endReason) {
}
