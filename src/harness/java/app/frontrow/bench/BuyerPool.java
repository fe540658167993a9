package app.frontrow.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Buyers of distinct seats, and the steps of a purchase. Taking all steps in order leads
 * back to the beginning, so that they can be repeated.
 */
final class BuyerPool {

	private static final int AT_A_TIME = 16;

	private static final int JOINS_AT_A_TIME = 32;

	private static final String RESERVATIONS = "/api/v1/reservations";

	private final BenchClient client;

	private final long concert;

	private final List<BuyerClient> buyers;

	private final boolean keys;

	private BuyerPool(BenchClient client, long concert, List<BuyerClient> buyers, boolean keys) {
		this.client = client;
		this.concert = concert;
		this.buyers = buyers;
		this.keys = keys;
	}

	/** Makes buyers, each with a seat in mind. */
	static BuyerPool of(BenchClient client, List<LoggedInMember> visitors, long concert, List<Long> shows) {
		List<BuyerClient> buyers = new ArrayList<>();
		for (int i = 0; i < visitors.size(); i++) {
			buyers.add(new BuyerClient(visitors.get(i), shows.get(i % shows.size()), 1 + i / shows.size()));
		}
		return new BuyerPool(client, concert, buyers, false);
	}

	/** The first of the buyers. */
	BuyerPool first(int count) {
		return new BuyerPool(this.client, this.concert, this.buyers.subList(0, count), this.keys);
	}

	/** The same buyers, who send an idempotency key with each hold and payment. */
	BuyerPool withKeys() {
		return new BuyerPool(this.client, this.concert, this.buyers, true);
	}

	int count() {
		return this.buyers.size();
	}

	LoadResult join() {
		return LoadWorkers.measure(JOINS_AT_A_TIME, count(), this::join);
	}

	boolean join(int index) {
		BuyerClient buyer = this.buyers.get(index);
		BenchClient.Reply reply = this.client.post("/api/v1/concerts/" + this.concert + "/queue-tokens",
				buyer.visitor().api(), null);
		buyer.joined(reply.isSuccess() ? reply.text("queueToken") : null);
		return reply.isSuccess();
	}

	/** Waits until every buyer is let in. */
	void awaitTurns() {
		LoadWorkers.prepare(AT_A_TIME, count(), (i) -> {
			BenchRequest look = new BenchRequest("/api/v1/queue-tokens/current",
					Map.of("Queue-Token", this.buyers.get(i).queueToken()));
			for (int attempt = 0; attempt < 100; attempt++) {
				if ("ADMITTED".equals(this.client.get(look).text("status"))) {
					return true;
				}
				BenchSleeper.millis(100);
			}
			return false;
		});
	}

	LoadResult topUp() {
		return LoadWorkers.measure(AT_A_TIME, count(), this::topUp);
	}

	boolean topUp(int index) {
		return this.client
			.post("/api/v1/wallet/charges", this.buyers.get(index).visitor().api(), Map.of("amount", 200_000))
			.isSuccess();
	}

	LoadResult hold() {
		return LoadWorkers.measure(AT_A_TIME, count(), this::hold);
	}

	boolean hold(int index) {
		BuyerClient buyer = this.buyers.get(index);
		BenchClient.Reply reply = this.client.post(RESERVATIONS, headers(buyer),
				Map.of("showId", buyer.show(), "seatNumbers", List.of(buyer.seat())));
		buyer.held(reply.isSuccess() ? reply.text("id") : null);
		return reply.isSuccess();
	}

	LoadResult pay() {
		return LoadWorkers.measure(AT_A_TIME, count(), this::pay);
	}

	boolean pay(int index) {
		BuyerClient buyer = this.buyers.get(index);
		return this.client
			.post("/api/v1/payments", headers(buyer), Map.of("reservationId", String.valueOf(buyer.reservation())))
			.isSuccess();
	}

	LoadResult cancel() {
		return LoadWorkers.measure(AT_A_TIME, count(), this::cancel);
	}

	boolean cancel(int index) {
		BuyerClient buyer = this.buyers.get(index);
		return this.client.send("DELETE", RESERVATIONS + "/" + buyer.reservation(), buyer.visitor().api(), null)
			.isSuccess();
	}

	private Map<String, String> headers(BuyerClient buyer) {
		return this.keys ? buyer.visitor().apiOnce(buyer.queueToken()) : buyer.visitor().api(buyer.queueToken());
	}

}
