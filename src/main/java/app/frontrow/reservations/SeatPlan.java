package app.frontrow.reservations;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The seats of a show at one moment.
 *
 * @param version differs when the state of any seat differs
 * @param seats by number
 */
public record SeatPlan(long showId, Instant startsAt, long version, List<Seat> seats) {

	/** Numbers of the seats that can be had. */
	public List<Integer> free() {
		return this.seats.stream().filter((seat) -> seat.status() == SeatStatus.AVAILABLE).map(Seat::number).toList();
	}

	/** The free seats that a choice would leave alone between two taken ones. */
	public List<Integer> leftAlone(Collection<Integer> chosen) {
		return LoneSeats.leftBy(free(), chosen);
	}

	/** The price of every seat, as {@link ShownPrices} writes it. */
	public String prices() {
		return ShownPrices.of(this.seats);
	}

	@Override
	public boolean equals(Object other) {
		return this == other
				|| (other instanceof SeatPlan plan && this.showId == plan.showId && this.version == plan.version
						&& this.startsAt.equals(plan.startsAt) && this.seats.equals(plan.seats));
	}

	/** Quick, since the version says nearly all; whoever looks at seats looks this up. */
	@Override
	public int hashCode() {
		return Objects.hash(this.showId, this.version);
	}

	/**
	 * Entity tag (RFC 9110) that differs when the member would see any difference. It is
	 * a weak one, since an answer with a strong one is never compressed.
	 */
	public String tag() {
		long mine = 0;
		for (Seat seat : this.seats) {
			mine |= seat.mine() ? 1L << seat.number() : 0;
		}
		return "W/\"" + Long.toHexString(this.version) + "-" + Long.toHexString(mine) + '"';
	}

}
