package app.frontrow.chaos;

import java.time.Instant;
import java.util.List;

import app.frontrow.chaos.SeatOwnershipModel.Claim;
import app.frontrow.journey.ApiClient;
import tools.jackson.databind.JsonNode;

/**
 * A reservation as its member knows it: held, perhaps paid, perhaps given back.
 */
final class MemberReservation {

	private final long concert;

	private final MemberOperation hold;

	private MemberOperation payment;

	private Instant cancelAskedAt;

	private Instant seatAskedAt;

	private boolean seatGivenBack;

	private boolean cancelled;

	private boolean cancelRefused;

	MemberReservation(long concert, MemberOperation hold) {
		this.concert = concert;
		this.hold = hold;
	}

	long concert() {
		return this.concert;
	}

	long show() {
		return this.hold.answer().number("showId");
	}

	String id() {
		return this.hold.answer().text("id");
	}

	long total() {
		return this.hold.answer().number("total");
	}

	/** Whether the member was told that the seats are held. */
	boolean isHeld() {
		return this.hold.isDone();
	}

	/** Begins to pay; by another key than before. */
	MemberOperation pay(String queueToken, ChaosReport figures) {
		this.payment = new MemberOperation("/api/v1/payments", "{\"reservationId\":\"" + id() + "\"}", queueToken,
				figures);
		return this.payment;
	}

	boolean isPaid() {
		return this.payment != null && this.payment.isDone();
	}

	MemberOperation payment() {
		return this.payment;
	}

	/** Asks to give the last of several seats back, once. */
	ClientReply giveSeatBack(ApiClient client, LoadBalancedClient line) {
		this.seatAskedAt = (this.seatAskedAt != null) ? this.seatAskedAt : Instant.now();
		ClientReply reply = line.send(client, "DELETE", "/api/v1/reservations/" + id() + "?tickets=" + lastSeat(),
				null);
		if (reply.isDone() || reply.is("tickets-not-refundable")) {
			this.seatGivenBack = true;
			line.figures().count("refunds of a ticket acknowledged");
		}
		return reply;
	}

	/** Whether one of several seats can be given back. */
	boolean hasSeatToGiveBack() {
		return isPaid() && this.cancelAskedAt == null && this.seatAskedAt == null && seats().size() > 1;
	}

	boolean isSeatAsked() {
		return this.seatAskedAt != null;
	}

	boolean isSeatGivenBack() {
		return this.seatGivenBack;
	}

	/** What the last seat cost, in won. */
	long priceOfLastSeat() {
		return seats().get(seats().size() - 1).at("/price").longValue();
	}

	private int lastSeat() {
		return seats().get(seats().size() - 1).at("/number").intValue();
	}

	private List<JsonNode> seats() {
		return this.hold.answer().json().at("/seats").valueStream().toList();
	}

	/** Asks to give it up, or back. */
	ClientReply cancel(ApiClient client, LoadBalancedClient line) {
		boolean first = this.cancelAskedAt == null;
		if (first) {
			this.cancelAskedAt = Instant.now();
		}
		ClientReply reply = line.send(client, "DELETE", "/api/v1/reservations/" + id(), null);
		if (reply.isDone()) {
			this.cancelled = true;
			line.figures().count(isPaid() ? "refunds acknowledged" : "releases acknowledged");
		}
		else if (first && reply.is("not-cancellable")) {
			this.cancelRefused = true;
		}
		return reply;
	}

	boolean isCancelAsked() {
		return this.cancelAskedAt != null && !this.cancelRefused;
	}

	/** Whether the product refused to take it back. */
	boolean isCancelRefused() {
		return this.cancelRefused;
	}

	boolean isCancelled() {
		return this.cancelled;
	}

	/** The seats that are certainly the member's, and from when to when. */
	List<Claim> claims(String member) {
		Instant from = this.hold.answeredAt();
		Instant to = isPaid() ? Instant.MAX : Instant.parse(this.hold.answer().text("heldUntil"));
		if (this.cancelAskedAt != null && this.cancelAskedAt.isBefore(to)) {
			to = this.cancelAskedAt;
		}
		if (isPaid() && this.hold.answeredAt().isAfter(this.payment.answeredAt())) {
			from = this.payment.answeredAt();
		}
		Instant begin = from;
		Instant end = to;
		return seats().stream().map((seat) -> {
			int number = seat.at("/number").intValue();
			boolean early = isSeatAsked() && number == lastSeat() && this.seatAskedAt.isBefore(end);
			return new Claim(show() + "/" + number, member + " " + id(), begin, early ? this.seatAskedAt : end);
		}).toList();
	}

}
