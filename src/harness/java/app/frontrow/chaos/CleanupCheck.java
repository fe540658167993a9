package app.frontrow.chaos;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must come to an end by itself once everything runs again: requests, holds, passes,
 * and the consequences of what was committed.
 */
final class CleanupCheck {

	/** What has not ended by then does not; how long it takes is a figure. */
	private static final Duration LONGEST = Duration.ofMinutes(3);

	private final ChaosReport figures;

	private final JdbcClient jdbc;

	private final PassCounter passes;

	CleanupCheck(ChaosReport figures, JdbcClient jdbc, PassCounter passes) {
		this.figures = figures;
		this.jdbc = jdbc;
		this.passes = passes;
	}

	/** Waits for all of it, and reports what does not end. */
	void await(List<Long> concerts, AtomicLong requests) {
		ends("requests", requests::get);
		ends("holds", () -> rows("seats where status = 'HELD'") + rows("reservations where status = 'HELD'"));
		ends("passes", () -> concerts.stream().mapToLong(this.passes::alive).sum());
		ends("publications of events", () -> rows("EVENT_PUBLICATION"));
		ends("pending payments", () -> rows("payments where status = 'PENDING'"));
	}

	/** Lets somebody new into every concert that is not sold out. */
	void letIn(MemberLoginClient newcomer, List<Long> concerts) {
		newcomer.read("/api/v1/wallet");
		for (long concert : concerts) {
			if (newcomer.read("/api/v1/concerts/" + concert).number("seatsLeft") == 0) {
				this.figures.count("concerts sold out at the end");
				continue;
			}
			long from = System.nanoTime();
			String token = newcomer.client().join(concert).text("queueToken");
			boolean inside = within(
					() -> "ADMITTED".equals(newcomer.client().withQueueToken(token).place().text("status")));
			this.figures.peak("longest wait of a newcomer, ms", (System.nanoTime() - from) / 1_000_000);
			if (!inside) {
				this.figures.broken("queue does not drain", "nobody gets into concert " + concert);
			}
		}
	}

	private void ends(String what, LongSupplier left) {
		long from = System.nanoTime();
		if (!within(() -> left.getAsLong() == 0)) {
			this.figures.broken(what + " that do not end", left.getAsLong() + " after " + LONGEST.toSeconds() + " s");
		}
		this.figures.peak("end of all " + what + ", ms", (System.nanoTime() - from) / 1_000_000);
	}

	private static boolean within(BooleanSupplier holds) {
		long until = System.nanoTime() + LONGEST.toNanos();
		while (!holds.getAsBoolean()) {
			if (System.nanoTime() > until) {
				return false;
			}
			FaultInjector.sleep(200);
		}
		return true;
	}

	private long rows(String of) {
		return this.jdbc.sql("select count(*) from " + of).query(Long.class).single();
	}

}
