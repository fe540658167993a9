package app.frontrow.chaos;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import app.frontrow.catalogue.concert.Show;

/**
 * The ticket office while members buy: keeps seats from sale, releases them, and moves
 * shows to other dates. In the end all seats are on sale again.
 */
final class StaffSimulator {

	private static final int MOST_TRIES = 60;

	private static final String ALL_SEATS = IntStream.rangeClosed(1, Show.SEATS)
		.mapToObj(Integer::toString)
		.collect(Collectors.joining(","));

	private final MemberLoginClient account;

	private final LoadBalancedClient line;

	private final List<Long> shows;

	private final Random random;

	private final Instant firstDate = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(90, ChronoUnit.DAYS);

	private int moves;

	StaffSimulator(MemberLoginClient account, LoadBalancedClient line, List<Long> shows, long seed) {
		this.account = account;
		this.line = line;
		this.shows = shows;
		this.random = new Random(seed);
	}

	/** Does one thing. */
	void visit() {
		long show = this.shows.get(this.random.nextInt(this.shows.size()));
		int mood = this.random.nextInt(10);
		if (mood < 5) {
			int seat = 1 + this.random.nextInt(Show.SEATS);
			send("POST", show, "/blocks", Map.of("seatNumbers", List.of(seat), "reason", "Camera"), "seats blocked");
		}
		else if (mood < 8) {
			release(show);
		}
		else {
			move(show);
		}
		FaultInjector.sleep(500 + this.random.nextInt(1_000));
	}

	/** Releases all seats. */
	void settle() {
		for (long show : this.shows) {
			ClientReply reply = release(show);
			for (int attempt = 0; attempt < MOST_TRIES && !reply.isDone(); attempt++) {
				FaultInjector.sleep(1_000);
				reply = release(show);
			}
			if (!reply.isDone()) {
				this.line.figures().broken("seats stay blocked", "show " + show + ": " + reply);
			}
		}
	}

	private ClientReply release(long show) {
		return send("DELETE", show, "/blocks?seatNumbers=" + ALL_SEATS, null, "seats released");
	}

	/**
	 * Each date is another one, as two shows of a concert never begin at the same time.
	 */
	private void move(long show) {
		Instant date = this.firstDate.plus(++this.moves, ChronoUnit.HOURS);
		send("POST", show, "/move", Map.of("startsAt", date.toString(), "refundUntil",
				date.minus(1, ChronoUnit.DAYS).toString(), "reason", "The hall is closed"), "shows moved");
	}

	private ClientReply send(String method, long show, String what, Object body, String figure) {
		ClientReply reply = this.line.send(this.account.client(), method, "/api/v1/office/shows/" + show + what, body);
		this.account.noteAnswer(reply);
		if (reply.isDone()) {
			this.line.figures().count(figure);
		}
		return reply;
	}

}
