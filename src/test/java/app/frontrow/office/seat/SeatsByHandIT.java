package app.frontrow.office.seat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.booking.reconciliation.ReconciliationChecker;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The staff blocks seats, gives them away and exchanges them, over the API.
 */
@Tag("database")
class SeatsByHandIT extends ProductTest {

	private static final String ORDERS = "/api/v1/office/orders/";

	@Autowired
	private ReconciliationChecker reconciliation;

	private Show show;

	private ApiClient sera;

	private ApiClient fan;

	/** Has a turn too, and buys nothing. */
	private ApiClient visitor;

	private String blocks;

	private String gifts;

	@BeforeEach
	void showOnSale() {
		this.show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		this.sera = this.audience.staff(StaffRole.BOX_OFFICE, this.show.concertId());
		this.fan = this.audience.member().comeIn(this.show.concertId());
		this.visitor = this.audience.member().comeIn(this.show.concertId());
		this.blocks = "/api/v1/office/shows/" + this.show.id() + "/blocks";
		this.gifts = "/api/v1/office/shows/" + this.show.id() + "/complimentary";
	}

	@AfterEach
	void booksAgree() {
		this.books.audit();
		assertThat(this.reconciliation.checkAll().differences()).isEmpty();
	}

	@Test
	@ProvesRule(rule = "Each blocked seat is in the trail", guard = "SeatOfficeService.block",
			brokenBy = "leaving out note")
	void blockedSeatIsSoldForVisitors() {
		Answer blocked = block("Camera", 3, 4).expect(201);

		assertThat(blocked.json().at("/seatNumbers").toString()).isEqualTo("[3,4]");
		assertThat(statusForVisitor(3)).isEqualTo("SOLD");
		this.fan.hold(this.show.id(), 3).expectProblem(409, "seat-taken");
		block("Again", 4, 5).expectProblem(409, "seat-taken");
		assertThat(statusForVisitor(5)).isEqualTo("AVAILABLE");
		assertThat(this.fan.shows(this.show.concertId()).number("/0/seatsLeft")).isEqualTo(48);
		assertThat(this.fan.get("/api/v1/concerts/" + this.show.concertId()).number("seatsLeft")).isEqualTo(48);
		assertThat(counts()).isEqualTo("{\"sold\":0,\"held\":0,\"free\":48,\"blocked\":2,\"complimentary\":0}");

		this.sera.delete(this.blocks + "?seatNumbers=4,3,9&reason=Camera+gone").expect(204);
		this.sera.delete(this.blocks + "?seatNumbers=3").expect(204);

		assertThat(statusForVisitor(3)).isEqualTo("AVAILABLE");
		assertThat(this.fan.get("/api/v1/concerts/" + this.show.concertId()).number("seatsLeft")).isEqualTo(50);
		this.fan.hold(this.show.id(), 3).expect(201);
		assertThat(trail("seats-blocked")).containsExactly("Camera");
		assertThat(trail("seats-released")).containsExactly("Camera gone");
	}

	@Test
	void showWithoutFreeSeatsIsSoldOut() {
		String concert = "/api/v1/concerts/" + this.show.concertId();
		block("Closed", IntStream.rangeClosed(1, 50).toArray()).expect(201);
		assertThat(this.fan.get(concert).text("status")).isEqualTo("SOLD_OUT");

		this.sera.delete(this.blocks + "?seatNumbers=50").expect(204);

		assertThat(this.fan.get(concert).text("status")).isEqualTo("ON_SALE");
	}

	@Test
	@ProvesRule(rule = "Each complimentary seat is in the trail", guard = "OrderOfficeService.give",
			brokenBy = "leaving out note")
	void complimentarySeatsAreAnOrderForNothing() {
		ApiClient guest = this.audience.member();
		String name = guest.get("/api/v1/members/me").text("username");
		ApiClient keyed = this.sera.with("Idempotency-Key", UUID.randomUUID().toString());

		Answer given = keyed.post(this.gifts, gift(name, 11, 12, 13, 14, 15)).expect(201);
		Answer again = keyed.post(this.gifts, gift(name, 11, 12, 13, 14, 15)).expect(201);

		String order = given.text("/order/id");
		assertThat(again.text("/order/id")).isEqualTo(order);
		assertThat(given.header("Location")).isEqualTo(ORDERS + order);
		assertThat(given.number("/order/total")).isZero();
		assertThat(given.text("/timeline/0/what")).isEqualTo("given");
		assertThat(given.text("/timeline/0/detail")).isEqualTo("Guests");
		Answer own = guest.get("/api/v1/reservations/" + order).expect(200);
		assertThat(own.text("status")).isEqualTo("CONFIRMED");
		assertThat(guest.get("/api/v1/payments").expect(200).json().at("/items/0/tickets")).hasSize(5);
		assertThat(counts()).isEqualTo("{\"sold\":0,\"held\":0,\"free\":45,\"blocked\":0,\"complimentary\":5}");
		assertThat(this.fan.get("/api/v1/concerts/" + this.show.concertId()).number("seatsLeft")).isEqualTo(45);
		assertThat(trail("seats-given")).containsExactly("Guests");
		ApiClient inside = guest.comeIn(this.show.concertId());
		inside.hold(this.show.id(), 31, 32, 33, 34).expect(201);

		guest.cancel(order).expect(200);

		assertThat(counts()).isEqualTo("{\"sold\":0,\"held\":4,\"free\":46,\"blocked\":0,\"complimentary\":0}");
		assertThat(guest.balance()).isZero();
		inside.hold(this.show.id(), 35).expectProblem(409, "seat-limit-exceeded");
	}

	@Test
	@ProvesRule(rule = "An exchange of seats makes the old ticket void", guard = "SeatMoveRepository.exchangeTicket",
			brokenBy = "leaving out void")
	void reseatVoidsTheOldTicket() {
		Answer paid = pay(31, 32);
		String order = paid.text("reservationId");
		String old = paid.text("/tickets/0/code");
		ApiClient keyed = this.sera.with("Idempotency-Key", UUID.randomUUID().toString());

		Answer moved = keyed.post(ORDERS + order + "/reseat", exchange(31, 40)).expect(200);
		keyed.post(ORDERS + order + "/reseat", exchange(31, 40)).expect(200);

		assertThat(moved.json().at("/order/seats").toString()).isEqualTo("[32,40]");
		assertThat(moved.json().at("/tickets").valueStream().filter((ticket) -> ticket.at("/valid").booleanValue()))
			.hasSize(2)
			.noneMatch((ticket) -> ticket.at("/code").asString().equals(old));
		assertThat(moved.json().at("/timeline").findValuesAsString("what")).containsExactly("held", "paid", "reseated");
		assertThat(moved.text("/timeline/2/detail")).isEqualTo("31 → 40: Broken");
		JsonNode tickets = this.fan.get("/api/v1/payments/" + paid.text("id")).expect(200).json().at("/tickets");
		assertThat(tickets.findValues("seatNumber")).extracting(JsonNode::intValue).containsExactly(32, 40);
		assertThat(statusForVisitor(31)).isEqualTo("AVAILABLE");
		assertThat(statusForVisitor(40)).isEqualTo("SOLD");
		assertThat(trail("order-reseated")).containsExactly("Broken");
		this.fan.cancel(order).expect(200);
		assertThat(counts()).contains("\"free\":50");
	}

	@Test
	@ProvesRule(rule = "A seat is exchanged only for a free one", guard = "ReseatService.reseat",
			brokenBy = "leaving out isFree")
	@ProvesRule(rule = "A paid seat is exchanged only for one of its grade and price",
			guard = "ReseatService.requireSamePrice", brokenBy = "leaving out the condition")
	@ProvesRule(rule = "Only a seat of the order is exchanged", guard = "ReseatService.reseat",
			brokenBy = "leaving out the owner")
	void reseatIsRefusedWithoutAChange() {
		String order = pay(31, 32).text("reservationId");
		String path = ORDERS + order + "/reseat";
		block("Camera", 41).expect(201);
		List<String> before = this.books.of(this.show.concertId());

		assertThat(this.sera.post(path, exchange(31, 41)).expectProblem(409, "seat-taken").text("/seatNumbers/0"))
			.isEqualTo("41");
		this.sera.post(path, exchange(31, 32)).expectProblem(409, "seat-taken");
		this.sera.post(path, exchange(31, 1)).expectProblem(409, "other-grade");
		this.sera.post(path, exchange(33, 34)).expectProblem(409, "not-reseatable");
		this.sera.post(path, exchange(31, 51)).expectProblem(400, "validation-failed");
		this.sera.post(path, Map.of("from", 31, "to", 40, "reason", " ")).expectProblem(400, "validation-failed");
		String held = this.visitor.hold(this.show.id(), 35).expect(201).text("id");
		this.sera.post(ORDERS + held + "/reseat", exchange(35, 36)).expectProblem(409, "not-reseatable");
		this.visitor.cancel(held).expect(200);

		assertThat(this.books.of(this.show.concertId())).filteredOn((line) -> !line.contains(held)).isEqualTo(before);
	}

	@Test
	@ProvesRule(rule = "Seats of a show that has begun are neither blocked nor given away",
			guard = "SeatOfficeService.requireComing", brokenBy = "leaving out the condition")
	@ProvesRule(rule = "A seat of a show that has begun is not exchanged", guard = "ReseatService.reseat",
			brokenBy = "leaving out hasBegun")
	@ProvesRule(rule = "Seats of a draft are not given away", guard = "OrderOfficeService.requireAnnounced",
			brokenBy = "leaving out the condition")
	void begunShowAndDraftAreExplained() {
		String order = pay(31).text("reservationId");
		String name = this.fan.get("/api/v1/members/me").text("username");
		this.jdbc.sql("update concerts set announced = false where id = ?").param(this.show.concertId()).update();
		this.sera.post(this.gifts, gift(name, 11)).expectProblem(409, "not-announced");
		this.jdbc.sql("update concerts set announced = true where id = ?").param(this.show.concertId()).update();
		this.sera.post(this.gifts, gift("nobody-here", 11)).expectProblem(400, "validation-failed");

		for (String table : List.of("shows set starts_at = utc_timestamp(6) where id = ?",
				"reservations set starts_at = utc_timestamp(6) where show_id = ?")) {
			this.jdbc.sql("update " + table).param(this.show.id()).update();
		}

		block("Late", 1).expectProblem(409, "show-begun");
		this.sera.post(this.gifts, gift(name, 11)).expectProblem(409, "show-begun");
		this.sera.post(ORDERS + order + "/reseat", exchange(31, 32)).expectProblem(409, "show-begun");
	}

	@Test
	void onlyTheBoxOfficeOfTheConcertChangesSeats() {
		String order = pay(31).text("reservationId");
		ApiClient other = this.audience.staff(StaffRole.BOX_OFFICE, ConcertFixture.onSale(this.programme, 1));
		ApiClient support = this.audience.staff(StaffRole.SUPPORT, null);
		List<String> before = this.books.of(this.show.concertId());

		for (Map.Entry<ApiClient, String> caller : Map
			.of(other, "404 not-found", support, "403 forbidden", this.fan, "403 forbidden")
			.entrySet()) {
			int status = Integer.parseInt(caller.getValue().substring(0, 3));
			String code = caller.getValue().substring(4);
			caller.getKey().post(this.blocks, block(1)).expectProblem(status, code);
			caller.getKey().delete(this.blocks + "?seatNumbers=1").expectProblem(status, code);
			caller.getKey().post(this.gifts, gift("mina", 1)).expectProblem(status, code);
			caller.getKey().post(ORDERS + order + "/reseat", exchange(31, 32)).expectProblem(status, code);
		}

		assertThat(this.books.of(this.show.concertId())).filteredOn((line) -> line.startsWith("seat"))
			.isEqualTo(before.stream().filter((line) -> line.startsWith("seat")).toList());
	}

	@Test
	@ProvesRule(rule = "Seats are changed by hand only with a reason", guard = "StaffDecision.of",
			brokenBy = "allowing an empty one")
	void badInputNamesItsField() {
		for (Map<String, Object> body : List.of(Map.<String, Object>of("seatNumbers", List.of(), "reason", "x"),
				Map.<String, Object>of("seatNumbers", List.of(0), "reason", "x"),
				Map.<String, Object>of("seatNumbers", List.of(7, 7), "reason", "x"))) {
			assertThat(
					this.sera.post(this.blocks, body).expectProblem(400, "validation-failed").text("/errors/0/field"))
				.isEqualTo("seatNumbers");
		}
		for (String reason : List.of("", "x".repeat(201), "a\nb", "\u0000")) {
			Map<String, Object> body = new HashMap<>(block(7));
			body.put("reason", reason);
			assertThat(
					this.sera.post(this.blocks, body).expectProblem(400, "validation-failed").text("/errors/0/field"))
				.isEqualTo("reason");
		}
		this.sera.delete(this.blocks).expectProblem(400, "validation-failed");
		this.sera.delete(this.blocks + "?seatNumbers=x").expectProblem(400, "validation-failed");
	}

	private Answer pay(Integer... seats) {
		this.fan.charge(1_000_000).expect(201);
		return this.fan.pay(this.fan.hold(this.show.id(), seats).expect(201).text("id")).expect(201);
	}

	private Answer block(String reason, int... seats) {
		return this.sera.post(this.blocks,
				Map.of("seatNumbers", IntStream.of(seats).boxed().toList(), "reason", reason));
	}

	private static Map<String, Object> block(Integer seat) {
		return Map.of("seatNumbers", List.of(seat), "reason", "Camera");
	}

	private static Map<String, Object> gift(String username, Integer... seats) {
		return Map.of("seatNumbers", List.of(seats), "username", username, "reason", "Guests");
	}

	private static Map<String, Object> exchange(int from, int to) {
		return Map.of("from", from, "to", to, "reason", "Broken");
	}

	private String statusForVisitor(int seat) {
		return this.visitor.seats(this.show.id()).expect(200).text("/seats/" + (seat - 1) + "/status");
	}

	private String counts() {
		return this.sera.get("/api/v1/office/concerts/" + this.show.concertId())
			.expect(200)
			.json()
			.at("/shows/0/seats")
			.toString();
	}

	/** The reasons of the entries of this kind, of this concert. */
	private List<String> trail(String what) {
		return this.jdbc.sql("select reason from trail_entries where what = ? and concert_id = ? order by number")
			.params(what, this.show.concertId())
			.query(String.class)
			.list();
	}

}
