package app.frontrow.booking.seat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The seats of a show at one moment.
 *
 * @param version a checksum that changes when the state of any seat changes
 * @param seats the seats, in the order of their numbers
 */
public record SeatPlan(long showId, Instant startsAt, long version, List<Seat> seats) {

	public List<Integer> free() {
		return this.seats.stream().filter((seat) -> seat.status() == SeatStatus.AVAILABLE).map(Seat::number).toList();
	}

	/** Returns the free seats that a choice would leave between two taken ones. */
	public List<Integer> leftAlone(Collection<Integer> chosen) {
		return LoneSeatRules.findLoneSeats(free(), chosen);
	}

	/** Returns the prices in the format of {@link ShownPricesCodec}. */
	public String prices() {
		return ShownPricesCodec.encode(this.seats);
	}

	@Override
	public boolean equals(Object other) {
		return this == other
				|| (other instanceof SeatPlan plan && this.showId == plan.showId && this.version == plan.version
						&& this.startsAt.equals(plan.startsAt) && this.seats.equals(plan.seats));
	}

	/** Uses only the version, because it must be fast: plans are keys of a cache. */
	@Override
	public int hashCode() {
		return Objects.hash(this.showId, this.version);
	}

	/**
	 * Returns the entity tag (RFC 9110) of this member's view. It is weak, because Tomcat
	 * does not compress answers with a strong one.
	 */
	public String tag() {
		long mine = 0;
		for (Seat seat : this.seats) {
			mine |= seat.mine() ? 1L << seat.number() : 0;
		}
		return "W/\"" + Long.toHexString(this.version) + "-" + Long.toHexString(mine) + '"';
	}

}
