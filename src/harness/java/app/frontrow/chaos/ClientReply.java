package app.frontrow.chaos;

import java.util.Set;

import app.frontrow.journey.ApiClient.Answer;

/**
 * What a client knows after a request.
 *
 * @param answer what came back, null if nothing did
 * @param code of a problem, or why nothing came back
 */
record ClientReply(Answer answer, String code) {

	/** Refusals that are remembered with the key. */
	private static final Set<String> FINAL = Set.of("seat-taken", "insufficient-balance", "already-paid",
			"balance-limit-exceeded", "seat-limit-exceeded", "sold-out", "hold-expired", "not-cancellable");

	static ClientReply of(Answer answer) {
		String body = answer.response().body();
		return new ClientReply(answer, (answer.status() >= 400 && body.startsWith("{")) ? answer.text("code") : null);
	}

	static ClientReply lost(String why) {
		return new ClientReply(null, why);
	}

	int status() {
		return (this.answer != null) ? this.answer.status() : 0;
	}

	boolean isDone() {
		return status() >= 200 && status() < 300;
	}

	/** Whether it may have been done all the same. */
	boolean isUnknown() {
		return this.answer == null || status() >= 500 || is("request-in-progress");
	}

	/** Whether it will not be done, by this request or any other with its key. */
	boolean isFinalRefusal() {
		return this.code != null && FINAL.contains(this.code);
	}

	boolean is(String problem) {
		return problem.equals(this.code);
	}

	String body() {
		return this.answer.response().body();
	}

	@Override
	public String toString() {
		return status() + " " + ((this.code != null) ? this.code : "");
	}

}
