package app.frontrow.waitingroom.policy;

import java.time.Duration;
import java.time.Instant;

import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.SaleStatus;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of every queue. Other values follow from these: the intervals of polls
 * from claim and absence, the width of the band from rate and absence.
 *
 * @param capacity the largest number of passes of a concert at a time
 * @param admissionsPerSecond the largest number of admissions of a concert per second
 * @param claim an admitted member must poll within this time to get the pass; at least
 * half a second, because members poll three times within it
 * @param pass length of a pass
 * @param absence nobody waits for a member who does not poll for longer; at least two
 * seconds, because members poll three times within it and a snapshot may be a second old
 * @param prequeue how long before the opening of sales members may join
 * @param grace a member who was passed over and comes back within this time is admitted
 * before all others; 0 ends the place at once
 */
@Validated
@ConfigurationProperties("frontrow.queue")
public record QueueSettings(@Min(1) int capacity, @Positive double admissionsPerSecond,
		@NotNull @DurationMin(millis = 500) Duration claim, @NotNull @DurationMin(millis = 500) Duration pass,
		@NotNull @DurationMin(seconds = 2) Duration absence, @NotNull @DurationMin Duration prequeue,
		@NotNull @DurationMin Duration grace) {

	private static final long MIN_BAND_WIDTH = 100;

	/**
	 * A place behind the front may need two absence times until it is decided. In this
	 * time the band must not get empty, even if half of the places are dead.
	 */
	private static final int ABSENCES_PER_BAND = 4;

	/** Returns when the waiting room of a concert opens. */
	public Instant waitingRoomOpensAt(Instant salesOpenAt) {
		return salesOpenAt.minus(this.prequeue);
	}

	/** Returns whether the waiting room is open, so that members may join. */
	public boolean isOpenForWaiting(Concert concert, Instant now) {
		return concert.status() == SaleStatus.ON_SALE || (concert.status() == SaleStatus.UPCOMING
				&& !now.isBefore(waitingRoomOpensAt(concert.salesOpenAt())));
	}

	/** Returns how many places behind the front count as near, at this admission rate. */
	public long bandWidth(double rate) {
		return Math.max(MIN_BAND_WIDTH, (long) Math.ceil(ABSENCES_PER_BAND * rate * this.absence.toMillis() / 1000));
	}

}
