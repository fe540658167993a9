package app.frontrow.fuzz;

import java.time.Duration;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/**
 * Somebody who asks: a member or an administrator with a turn, a balance and a hold, so
 * that a request can get as far as it deserves.
 */
final class ApiCaller {

	private static final int TOP_UP = 1_000_000;

	/** Seats that leave room for one more. */
	private static final int MOST_SEATS = 3;

	private static final int LONG_ENOUGH_SECONDS = 120;

	private final FuzzFixture scene;

	private final boolean admin;

	private ApiClient client;

	private String member;

	private JsonNode held;

	ApiCaller(FuzzFixture scene, boolean admin) {
		this.scene = scene;
		this.admin = admin;
		begin();
	}

	String name() {
		return this.admin ? "an administrator" : "a member with a turn";
	}

	boolean isAdmin() {
		return this.admin;
	}

	String authorization() {
		return this.client.header("Authorization");
	}

	String queueToken() {
		return this.client.header("Queue-Token");
	}

	/** The caller's own id. */
	String member() {
		return this.member;
	}

	/** A reservation of the caller's. */
	String reservation() {
		return this.held.at("/id").asString();
	}

	/** The payment of that reservation. */
	String payment() {
		return this.held.at("/payment/id").asString();
	}

	/** Somebody else takes over when this one can no longer do everything. */
	void refresh() {
		if (!isFit()) {
			this.client.delete("/api/v1/queue-tokens/current");
			begin();
		}
	}

	private boolean isFit() {
		Answer place = this.client.place();
		Answer orders = this.client.get("/api/v1/reservations?size=100");
		if (place.status() != 200 || orders.status() != 200 || !"ADMITTED".equals(place.text("status"))
				|| place.number("remainingSeconds") < LONG_ENOUGH_SECONDS) {
			return false;
		}
		boolean held = false;
		int seats = 0;
		for (JsonNode order : orders.json().at("/items")) {
			String status = order.at("/status").asString();
			held |= status.equals("HELD") && order.at("/id").asString().equals(reservation());
			seats += status.equals("HELD") || status.equals("CONFIRMED") ? order.at("/seats").size() : 0;
		}
		return held && seats <= MOST_SEATS;
	}

	private void begin() {
		ApiClient newcomer = this.admin ? this.scene.audience().admin() : this.scene.audience().member();
		// a request may have closed the waiting room, which opens again within a second
		await().pollDelay(Duration.ZERO).until(() -> newcomer.join(this.scene.concert()).status() < 300);
		this.client = newcomer.comeIn(this.scene.concert());
		this.member = this.client.get("/api/v1/members/me").expect(200).text("id");
		this.client.charge(TOP_UP).expect(201);
		Answer hold = null;
		while (hold == null || "seat-taken".equals(hold.text("code"))) {
			int seat = this.scene.nextSeat();
			hold = this.client.hold(this.scene.show(seat), FuzzFixture.seat(seat));
		}
		this.held = hold.expect(201).json();
	}

}
