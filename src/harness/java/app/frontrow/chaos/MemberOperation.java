package app.frontrow.chaos;

import java.time.Instant;
import java.util.UUID;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;

/**
 * Something a member wants done once, under a key of its own, however often it must be
 * asked for. Knows what the member has been told.
 */
final class MemberOperation {

	private final String path;

	private final Object body;

	private final String queueToken;

	private final String key = UUID.randomUUID().toString();

	private final ChaosReport figures;

	private State state = State.NEW;

	private Answer answer;

	private Instant answeredAt;

	private ClientReply refusal;

	private boolean everUnknown;

	/** When the last 503 came, as long as nothing else came. */
	private Instant onlyUnavailableUntil;

	/**
	 * Something to be done.
	 * @param queueToken null where none is needed
	 */
	MemberOperation(String path, Object body, String queueToken, ChaosReport figures) {
		this.path = path;
		this.body = body;
		this.queueToken = queueToken;
		this.figures = figures;
	}

	/** Asks for it once more and learns from the answer. */
	ClientReply ask(ApiClient client, LoadBalancedClient line) {
		ClientReply reply = line.send(client.with("Idempotency-Key", this.key).withQueueToken(this.queueToken), "POST",
				this.path, this.body);
		if (reply.isDone()) {
			done(reply.answer());
		}
		else if (reply.isUnknown()) {
			if (this.state == State.NEW) {
				this.figures.count("unknown after the first request");
				this.state = State.UNKNOWN;
			}
			boolean first = !this.everUnknown || this.onlyUnavailableUntil != null;
			this.onlyUnavailableUntil = (first && reply.is("temporarily-unavailable")) ? Instant.now() : null;
			this.everUnknown = true;
		}
		else if (reply.isFinalRefusal() || (this.state == State.NEW && !reply.is("not-authenticated"))) {
			refused(reply);
		}
		return reply;
	}

	/** At the end, when nothing is under way any more: not done is not done. */
	void settle(ClientReply last) {
		if (this.state == State.UNKNOWN) {
			this.figures.count("unknown: turned out not done");
			this.state = State.REFUSED;
			this.refusal = last;
		}
	}

	private void done(Answer again) {
		if (this.state == State.DONE) {
			this.figures.count("repeats of what is done");
			if (!this.answer.response().body().equals(again.response().body())) {
				this.figures.broken("answered differently", this.path + " " + this.key + ": first "
						+ this.answer.response().body() + " then " + again.response().body());
			}
			return;
		}
		if (this.state == State.REFUSED) {
			this.figures.broken("done after a refusal", this.path + " " + this.key + ": " + this.refusal);
		}
		this.figures.count("acknowledged");
		if (this.everUnknown) {
			this.figures.count("unknown: turned out done");
		}
		this.state = State.DONE;
		this.answer = again;
		this.answeredAt = Instant.now();
		if (this.onlyUnavailableUntil != null && doneAt().isBefore(this.onlyUnavailableUntil)) {
			this.figures.count("done although answered 503");
		}
	}

	private Instant doneAt() {
		String paidAt = this.answer.text("paidAt");
		return Instant.parse((paidAt != null) ? paidAt : this.answer.text("createdAt"));
	}

	private void refused(ClientReply reply) {
		if (this.state == State.DONE) {
			this.figures.broken("refused after an acknowledgement", this.path + " " + this.key + ": " + reply);
			return;
		}
		if (this.state != State.REFUSED) {
			this.figures.count("refused");
			if (this.everUnknown) {
				this.figures.count("unknown: turned out refused");
			}
		}
		this.state = State.REFUSED;
		this.refusal = reply;
	}

	String path() {
		return this.path;
	}

	boolean isDone() {
		return this.state == State.DONE;
	}

	/** Whether the member does not know what became of it. */
	boolean isOpen() {
		return this.state == State.NEW || this.state == State.UNKNOWN;
	}

	boolean wasRefusedFor(String problem) {
		return this.state == State.REFUSED && this.refusal.is(problem);
	}

	/** What was answered when it was done. */
	Answer answer() {
		return this.answer;
	}

	/** When the member knew that it was done. */
	Instant answeredAt() {
		return this.answeredAt;
	}

	private enum State {

		NEW, UNKNOWN, DONE, REFUSED

	}

}
