package app.frontrow.booking.web.ongoing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The ongoing items of a member, the most urgent first.
 */
public record OngoingItemList(List<OngoingItemView> all) {

	/** Returns the most urgent item; null if there is none. */
	public @Nullable OngoingItemView first() {
		return this.all.isEmpty() ? null : this.all.get(0);
	}

	/** Returns the first item for the concert; null if there is none. */
	public @Nullable OngoingItemView of(long concertId) {
		return this.all.stream().filter((item) -> item.concertId() == concertId).findFirst().orElse(null);
	}

}
