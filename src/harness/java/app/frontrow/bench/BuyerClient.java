package app.frontrow.bench;

/**
 * Somebody who buys one seat, again and again. Used by one thread at a time.
 */
final class BuyerClient {

	private final LoggedInMember visitor;

	private final long show;

	private final int seat;

	private String queueToken;

	private String reservation;

	BuyerClient(LoggedInMember visitor, long show, int seat) {
		this.visitor = visitor;
		this.show = show;
		this.seat = seat;
	}

	LoggedInMember visitor() {
		return this.visitor;
	}

	long show() {
		return this.show;
	}

	int seat() {
		return this.seat;
	}

	String queueToken() {
		return this.queueToken;
	}

	void joined(String queueToken) {
		this.queueToken = queueToken;
	}

	String reservation() {
		return this.reservation;
	}

	void held(String reservation) {
		this.reservation = reservation;
	}

}
