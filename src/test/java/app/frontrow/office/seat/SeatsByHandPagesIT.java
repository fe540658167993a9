package app.frontrow.office.seat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The staff changes seats in a browser without JavaScript.
 */
@Tag("database")
class SeatsByHandPagesIT extends ProductTest {

	private Show show;

	private PageClient sera;

	private String seats;

	@BeforeEach
	void boxOfficeOfOneConcert() {
		this.show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		this.sera = PageClient.at(this.port);
		this.sera.logIn(this.audience.staffAccount(StaffRole.BOX_OFFICE, this.show.concertId()), "correct horse");
		this.seats = "/office/shows/" + this.show.id() + "/seats";
		// a new role is known within a second
		await().until(() -> this.sera.get(this.seats).statusCode() == 200);
	}

	@Test
	void mapBlocksReleasesAndGivesAway() {
		String shows = "/office/concerts/" + this.show.concertId() + "/shows";
		assertThat(this.sera.get("/office").body()).contains(shows);
		assertThat(this.sera.get(shows).body()).contains(this.seats);

		assertThat(twice("action", "block", "seatNumbers", "3", "reason", "Camera <b>")).containsOnly(this.seats);
		assertThat(this.sera.get(this.seats).body()).contains("Camera &lt;b&gt;").containsPattern(seat(3, "blocked"));
		assertThat(this.books.count("seat_blocks where show_id = ?", this.show.id())).isOne();

		ApiClient guest = this.audience.member();
		String name = guest.get("/api/v1/members/me").text("username");
		assertThat(twice("action", "give", "seatNumbers", "4", "username", name, "reason", "Guests"))
			.containsOnly(this.seats);
		assertThat(this.sera.get(this.seats).body()).containsPattern(seat(4, "complimentary"));
		assertThat(guest.get("/api/v1/reservations").expect(200).number("totalItems")).isOne();
		PageClient own = PageClient.at(this.port);
		own.logIn(name, "correct horse");
		assertThat(own.get("/me/reservations").body()).contains("data-testid=\"ticket\"", "data-seat=\"4\"");

		assertThat(twice("action", "unblock", "seatNumbers", "3", "reason", "")).containsOnly(this.seats);
		assertThat(this.sera.get(this.seats).body()).containsPattern(seat(3, "available"));
		this.books.audit();
	}

	@Test
	void mistakeIsExplainedAndNothingIsLost() {
		HttpResponse<String> none = this.sera.submit(this.seats, this.seats, "action", "block", "reason", "Camera");
		assertThat(none.statusCode()).isEqualTo(400);
		assertThat(none.body()).contains("id=\"seatNumbers-error\"", "value=\"Camera\"");

		HttpResponse<String> silent = this.sera.submit(this.seats, this.seats, "action", "block", "seatNumbers", "7",
				"reason", "");
		assertThat(silent.statusCode()).isEqualTo(400);
		assertThat(silent.body()).contains("id=\"reason-error\"").containsPattern("value=\"7\"[^>]*checked");

		HttpResponse<String> unknown = this.sera.submit(this.seats, this.seats, "action", "give", "seatNumbers", "7",
				"username", "nobody-here", "reason", "Guests");
		assertThat(unknown.statusCode()).isEqualTo(400);
		assertThat(unknown.body()).contains("id=\"username-error\"", "value=\"nobody-here\"");

		ApiClient fan = this.audience.member().comeIn(this.show.concertId());
		fan.hold(this.show.id(), 7).expect(201);
		HttpResponse<String> taken = this.sera.submit(this.seats, this.seats, "action", "block", "seatNumbers", "7",
				"reason", "Camera");
		assertThat(taken.statusCode()).isEqualTo(409);
		assertThat(taken.body()).contains("data-code=\"seat-taken\"").containsPattern(seat(7, "held"));
		assertThat(this.books.count("seat_blocks where show_id = ?", this.show.id())).isZero();
		assertThat(this.sera.submit(this.seats, this.seats, "action", "block", "seatNumbers", "x").statusCode())
			.isEqualTo(400);
	}

	@Test
	@ProvesRule(rule = "A form without a name gives no seat away and says so", guard = "OrderOfficeService.findMember",
			brokenBy = "looking for the name null")
	void formWithoutItsFieldsIsAMistakeOfTheSender() {
		Map<String, String> form = this.sera.filled(this.seats, this.seats, "action", "give", "seatNumbers", "8",
				"reason", "Guests");
		form.remove("username");
		HttpResponse<String> nobody = this.sera.post(this.seats, form);
		assertThat(nobody.statusCode()).isEqualTo(400);
		assertThat(nobody.body()).contains("id=\"username-error\"");

		form.remove("reason");
		assertThat(this.sera.post(this.seats, form).statusCode()).isEqualTo(400);
		form.remove("action");
		assertThat(this.sera.post(this.seats, form).statusCode()).isEqualTo(400);
	}

	@Test
	void seatOfAnOrderIsExchanged() {
		ApiClient fan = this.audience.member().comeIn(this.show.concertId());
		fan.charge(1_000_000).expect(201);
		String order = fan.pay(fan.hold(this.show.id(), 31).expect(201).text("id")).expect(201).text("reservationId");
		String page = "/office/orders/" + order;
		String reseat = page + "/reseat";
		assertThat(this.sera.get(page).body()).contains("data-testid=\"order-reseat\"", reseat);
		assertThat(this.sera.get(reseat).body()).contains("data-testid=\"reseat-to\"", "<option value=\"50\"")
			.doesNotContain("<option value=\"30\"");

		HttpResponse<String> silent = this.sera.submit(reseat, reseat, "from", "31", "to", "50", "reason", "");
		assertThat(silent.statusCode()).isEqualTo(400);
		assertThat(silent.body()).contains("id=\"reason-error\"").containsPattern("value=\"50\"[^>]*selected");
		assertThat(this.sera.submit(reseat, reseat, "from", "x", "to", "50", "reason", "Broken").statusCode())
			.isEqualTo(400);
		Map<String, String> form = this.sera.filled(reseat, reseat, "from", "31", "to", "50", "reason", "Broken");
		List<HttpResponse<String>> answers = ConcurrentRunner
			.rush(Collections.nCopies(2, () -> this.sera.post(reseat, form)));

		assertThat(answers).extracting(PageClient::location).containsOnly(page);
		assertThat(this.sera.get(page).body()).contains("data-what=\"reseated\"", "31 → 50: Broken");
		assertThat(this.books.count("seat_moves where reservation_id = ?", order)).isOne();
		ApiClient support = this.audience.staff(StaffRole.SUPPORT, null);
		PageClient doyun = PageClient.at(this.port);
		doyun.logIn(support.get("/api/v1/members/me").text("username"), "correct horse");
		assertThat(doyun.get(page).body()).doesNotContain("order-reseat");
		assertThat(doyun.get(reseat).statusCode()).isEqualTo(403);
		this.books.audit();
	}

	/** Sends the form twice at the same time, and once more. */
	private List<String> twice(String... fields) {
		Map<String, String> form = this.sera.filled(this.seats, this.seats, fields);
		List<HttpResponse<String>> answers = new ArrayList<>(
				ConcurrentRunner.rush(Collections.nCopies(2, () -> this.sera.post(this.seats, form))));
		answers.add(this.sera.post(this.seats, form));
		return answers.stream().map(PageClient::location).toList();
	}

	private static String seat(int number, String status) {
		return "data-testid=\"seat-" + number + "\" data-status=\"" + status + "\"";
	}

}
