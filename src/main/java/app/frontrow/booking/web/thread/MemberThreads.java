package app.frontrow.booking.web.thread;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that a member has under way, the most urgent first.
 */
public record MemberThreads(List<ThreadView> all) {

	/** The most urgent; null if there is nothing. */
	public @Nullable ThreadView first() {
		return this.all.isEmpty() ? null : this.all.get(0);
	}

	/** What is under way for the concert; null if there is nothing. */
	public @Nullable ThreadView of(long concertId) {
		return this.all.stream().filter((thread) -> thread.concertId() == concertId).findFirst().orElse(null);
	}

}
