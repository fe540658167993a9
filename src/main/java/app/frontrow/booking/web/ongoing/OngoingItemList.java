package app.frontrow.booking.web.ongoing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that a member has under way, the most urgent first.
 */
public record OngoingItemList(List<OngoingItemView> all) {

	/** The most urgent; null if there is nothing. */
	public @Nullable OngoingItemView first() {
		return this.all.isEmpty() ? null : this.all.get(0);
	}

	/** What is under way for the concert; null if there is nothing. */
	public @Nullable OngoingItemView of(long concertId) {
		return this.all.stream().filter((item) -> item.concertId() == concertId).findFirst().orElse(null);
	}

}
