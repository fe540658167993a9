package app.frontrow.journey;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The eight steps of the main job, over HTTP.
 */
@Tag("database")
@ProvesRule(rule = "The work and the money of a request commit together or not at all",
		guard = "RetryingTransactionExecutor.run", brokenBy = "leaving out the transaction")
class RequirementsScenarioIT extends ProductTest {

	private long concert;

	private ApiClient member;

	@BeforeEach
	void concertOnSaleAndAMember() {
		this.concert = ConcertFixture.onSale(this.programme, 2);
		this.member = ApiClient.at(this.port).signUpAndLogIn();
	}

	@Test
	void eightStepsLeadFromATokenToATicket() {
		Answer token = this.member.join(this.concert).expect(201);
		assertThat(token.text("status")).isEqualTo("ADMITTED");
		assertThat(token.text("memberId")).isEqualTo(this.member.get("/api/v1/members/me").text("id"));
		ApiClient inside = this.member.withQueueToken(token.text("queueToken"));

		inside.charge(200_000).expect(201);
		assertThat(inside.balance()).isEqualTo(200_000);

		Answer shows = inside.shows(this.concert).expect(200);
		assertThat(shows.json().size()).isEqualTo(2);
		assertThat(shows.number("/0/seatsLeft")).isEqualTo(50);
		assertThat(shows.number("/0/priceFrom")).isEqualTo(90_000);
		long show = shows.number("/0/id");

		Answer seats = inside.seats(show).expect(200);
		assertThat(seats.json().at("/seats").size()).isEqualTo(50);
		assertThat(seats.text("/seats/6/status")).isEqualTo("AVAILABLE");

		Answer held = hold(inside, show, 7);
		assertThat(held.text("status")).isEqualTo("HELD");
		assertThat(held.text("/payment/status")).isEqualTo("PENDING");
		assertThat(held.number("/payment/amount")).isEqualTo(150_000);
		assertThat(inside.place().text("expiresAt").substring(0, 19))
			.isEqualTo(held.text("heldUntil").substring(0, 19));

		Answer paid = inside.pay(held.text("id")).expect(201);
		assertThat(paid.text("status")).isEqualTo("PAID");
		assertThat(paid.number("balanceAfter")).isEqualTo(50_000);
		assertThat(paid.json().at("/tickets").size()).isEqualTo(1);
		assertThat(paid.number("/tickets/0/seatNumber")).isEqualTo(7);
		assertThat(inside.status()).isEqualTo("COMPLETED");
		assertThat(inside.get("/api/v1/reservations/" + held.text("id")).text("status")).isEqualTo("CONFIRMED");
		assertThat(inside.get("/api/v1/payments").number("/totalItems")).isEqualTo(1);
		assertThat(inside.get("/api/v1/wallet/entries").number("/items/0/amount")).isEqualTo(-150_000);
		assertThat(inside.get("/api/v1/concerts/" + this.concert).number("seatsLeft")).isEqualTo(99);
		inside.seats(show).expectProblem(410, "queue-token-expired");
	}

	@Test
	@ProvesRule(rule = "A payment needs enough balance", guard = "LedgerRepository.take",
			brokenBy = "leaving out the comparison of the balance")
	void tooLittleBalanceChangesNothing() {
		ApiClient inside = this.member.queue(this.concert);
		long show = inside.firstShow(this.concert);
		inside.charge(89_999).expect(201);
		Answer held = hold(inside, show, 50);

		Answer refused = inside.pay(held.text("id")).expectProblem(409, "insufficient-balance");
		assertThat(refused.number("balance")).isEqualTo(89_999);
		assertThat(refused.number("required")).isEqualTo(90_000);
		assertThat(inside.balance()).isEqualTo(89_999);
		assertThat(inside.get("/api/v1/reservations/" + held.text("id")).text("status")).isEqualTo("HELD");
		assertThat(inside.get("/api/v1/wallet/entries").number("totalItems")).isEqualTo(1);

		inside.charge(1).expect(201);
		inside.pay(held.text("id")).expect(201);
		assertThat(inside.balance()).isZero();
	}

	private Answer hold(ApiClient inside, long show, int seat) {
		Answer held = inside.hold(show, seat).expect(201);
		assertThat(held.header("Location")).endsWith("/api/v1/reservations/" + held.text("id"));
		return held;
	}

}
