package app.frontrow.fuzz;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.MemberFixture;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the requests are about: a concert with many dates whose seats the callers hold,
 * another one that the ticket office may do anything to, and somebody to log in as.
 */
final class FuzzFixture {

	private static final int SHOWS = 40;

	private static final int SEATS = 50;

	private final MemberFixture audience;

	private volatile ApiClient office;

	private final ApiClient visitor;

	private final long concert;

	private final JsonNode shows;

	private final String username = "f" + UUID.randomUUID().toString().substring(0, 8);

	private final AtomicInteger seats = new AtomicInteger();

	/** An order that the ticket office gave away, so it can get any free seat. */
	private final String gift;

	private final String spareShow;

	private volatile long officeConcert;

	FuzzFixture(int port, JdbcClient jdbc) {
		this.audience = new MemberFixture(jdbc, port);
		this.visitor = ApiClient.at(port);
		this.office = this.audience.admin();
		this.concert = ConcertFixture.onSale(this.office, SHOWS);
		this.officeConcert = ConcertFixture.onSale(this.office, 1);
		this.spareShow = this.office.get("/api/v1/office/concerts/" + ConcertFixture.onSale(this.office, 1))
			.expect(200)
			.text("/shows/0/id");
		this.shows = this.audience.member()
			.comeIn(this.concert)
			.get("/api/v1/concerts/" + this.concert + "/shows")
			.expect(200)
			.json();
		this.visitor
			.post("/api/v1/members", Map.of("username", this.username, "password", password(), "displayName", "미나"))
			.expect(201);
		this.gift = this.office
			.post("/api/v1/office/shows/" + show(0) + "/complimentary",
					Map.of("seatNumbers", List.of(SEATS), "username", this.username, "reason", "Fuzz"))
			.expect(201)
			.text("/order/id");
	}

	MemberFixture audience() {
		return this.audience;
	}

	/** The concert that the callers have a turn for. */
	long concert() {
		return this.concert;
	}

	/** The concert that the ticket office may change and delete. */
	long officeConcert() {
		return this.officeConcert;
	}

	/** A date that the ticket office may cancel or move. */
	String spareShow() {
		return this.spareShow;
	}

	/** The dates of that concert, in the form that a change takes; none if it is gone. */
	JsonNode officeShows() {
		return this.office.get("/api/v1/office/concerts/" + this.officeConcert).json().withArray("/shows");
	}

	/** One of the dates; the number may be any. */
	long show(int number) {
		return this.shows.at("/" + Math.floorMod(number, SHOWS) + "/id").longValue();
	}

	/** A number that no caller has been given, of a seat and its show. */
	int nextSeat() {
		return this.seats.getAndIncrement();
	}

	/** The seat of such a number. */
	static int seat(int number) {
		return 1 + Math.floorMod(number / SHOWS, SEATS);
	}

	/** An order whose seat the ticket office may exchange. */
	String gift() {
		return this.gift;
	}

	/** The seat that this order has now. */
	int giftSeat() {
		return (int) this.office.get("/api/v1/office/orders/" + this.gift).number("/order/seats/0");
	}

	/** Somebody who can log in. */
	String username() {
		return this.username;
	}

	String password() {
		return "correct horse";
	}

	/** Puts right what the last requests have ended. */
	void refresh() {
		if (this.office.get("/api/v1/office/staff").status() != 200) {
			// a request has hit the role of the own account
			this.office = this.audience.admin();
		}
		this.office
			.put("/api/v1/admin/concerts/" + this.concert + "/waiting-room",
					Map.of("capacity", 100, "admissionsPerSecond", 20.0, "mode", "OPEN"))
			.expect(200);
		if (this.visitor.get("/api/v1/concerts/" + this.officeConcert).status() != 200) {
			this.officeConcert = ConcertFixture.onSale(this.office, 1);
		}
	}

}
