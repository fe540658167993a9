package app.frontrow.chaos;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import app.frontrow.chaos.SeatOwnershipModel.Claim;
import app.frontrow.journey.ApiClient;

/**
 * A seat of an order that the ticket office exchanges for another one, under its own
 * idempotency key. Knows what the office has been told.
 */
final class SeatExchange {

	private final String order;

	private final int from;

	private final int to;

	private final String key = UUID.randomUUID().toString();

	private Instant askedAt;

	private Instant answeredAt;

	private boolean open = true;

	SeatExchange(String order, int from, int to) {
		this.order = order;
		this.from = from;
		this.to = to;
	}

	/** Asks for it once more, with the same key. */
	ClientReply ask(ApiClient client, LoadBalancedClient line) {
		this.askedAt = (this.askedAt != null) ? this.askedAt : Instant.now();
		ClientReply reply = line.send(client.with("Idempotency-Key", this.key), "POST",
				"/api/v1/office/orders/" + this.order + "/reseat",
				Map.of("from", this.from, "to", this.to, "reason", "Broken seat"));
		this.open = reply.isUnknown() || reply.is("not-authenticated");
		if (reply.isDone() && this.answeredAt == null) {
			this.answeredAt = Instant.now();
			line.figures().count("seats exchanged");
		}
		return reply;
	}

	/** Whether the office does not know what became of it. */
	boolean isOpen() {
		return this.open;
	}

	/** Whether the claim is to the seat that the order gives up. */
	boolean ends(Claim claim) {
		return claim.owner().endsWith(" " + this.order) && claim.seat().endsWith("/" + this.from);
	}

	/** The same claim, which may end when the exchange was asked for. */
	Claim end(Claim claim) {
		Instant end = this.askedAt.isBefore(claim.to()) ? this.askedAt : claim.to();
		return new Claim(claim.seat(), claim.owner(), claim.from(), end);
	}

	/** Whether the office was told that the order has the other seat. */
	boolean isDone() {
		return this.answeredAt != null;
	}

	/** The claim to the other seat of the same show. */
	Claim begin(Claim claim) {
		String show = claim.seat().substring(0, claim.seat().indexOf('/'));
		Instant begin = this.answeredAt.isAfter(claim.from()) ? this.answeredAt : claim.from();
		return new Claim(show + "/" + this.to, claim.owner(), begin, claim.to());
	}

}
