package app.frontrow.chaos;

import java.util.Random;

import app.frontrow.journey.ApiClient.Answer;

/**
 * A place in a queue, watched until it lets its member in.
 */
final class QueueTurn {

	private final MemberLoginClient account;

	private final LoadBalancedClient line;

	private final Random random;

	private final String token;

	private String status;

	private long position = Long.MAX_VALUE;

	QueueTurn(MemberLoginClient account, LoadBalancedClient line, Random random, Answer joined) {
		this.account = account;
		this.line = line;
		this.random = random;
		this.token = joined.text("queueToken");
		learn(joined);
	}

	String token() {
		return this.token;
	}

	/** Whether it let its member in before it ended, or patience did. */
	boolean await(int mostLooks) {
		for (int look = 0; look < mostLooks && !"ADMITTED".equals(this.status); look++) {
			if ("WAITING".equals(this.status) && this.random.nextInt(100) < 2) {
				leave();
				return false;
			}
			FaultInjector.sleep(this.random.nextInt(300, 700));
			ClientReply place = send("GET", "/api/v1/queue-tokens/current");
			if (place.isDone()) {
				learn(place.answer());
				if (!"WAITING".equals(this.status) && !"ADMITTED".equals(this.status)) {
					this.line.figures().count("places ended while waiting: " + this.status);
					return false;
				}
			}
		}
		return "ADMITTED".equals(this.status);
	}

	void leave() {
		send("DELETE", "/api/v1/queue-tokens/current");
	}

	ClientReply send(String method, String path) {
		ClientReply reply = this.line.send(this.account.client().withQueueToken(this.token), method, path, null);
		this.account.noteAnswer(reply);
		return reply;
	}

	private void learn(Answer place) {
		this.status = place.text("status");
		if ("WAITING".equals(this.status)) {
			if (place.number("position") > this.position) {
				this.line.figures()
					.broken("overtaken", "position %d became %d".formatted(this.position, place.number("position")));
			}
			this.position = place.number("position");
		}
	}

}
