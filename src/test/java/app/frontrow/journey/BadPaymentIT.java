package app.frontrow.journey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Holds and payments that the state of seats, holds, shows and balances forbids.
 */
@Tag("database")
class BadPaymentIT extends ProductTest {

	private RefusalCheck refusals;

	private long concert;

	private long show;

	private ApiClient member;

	@BeforeEach
	void memberInside() {
		this.concert = ConcertFixture.onSale(this.programme, 2);
		this.member = this.audience.member().comeIn(this.concert);
		this.show = this.member.firstShow(this.concert);
		this.refusals = new RefusalCheck(this.books, this.concert);
	}

	@Test
	void holdOfATakenSeatHoldsNothing() {
		ApiClient other = this.audience.member().comeIn(this.concert);
		other.charge(500_000).expect(201);
		other.pay(other.hold(this.show, 3).expect(201).text("id")).expect(201);
		this.audience.member().comeIn(this.concert).hold(this.show, 4, 5).expect(201);
		Answer refused = this.refusals.of(409, "seat-taken", () -> this.member.hold(this.show, 5, 2, 3));
		assertThat(refused.json().at("/seatNumbers").toString()).isEqualTo("[3,5]");
		assertThat(refused.text("detail")).contains("3, 5");
		this.refusals.of(409, "seat-taken", () -> this.member.hold(this.show, 3));
		this.member.hold(this.show, 2).expect(201);
		this.refusals.of(409, "seat-taken", () -> this.member.hold(this.show, 2));
	}

	@Test
	@ProvesRule(rule = "A member has at most four seats of a concert", guard = "HoldRules.requireAllowance",
			brokenBy = "leaving out the comparison")
	void fifthSeatIsRefused() {
		this.member.charge(1_000_000).expect(201);
		String first = this.member.hold(this.show, 40, 41).expect(201).text("id");
		long second = this.member.shows(this.concert).number("/1/id");
		this.member.hold(second, 1).expect(201);
		this.refusals.of(409, "seat-limit-exceeded", () -> this.member.hold(second, 2, 3));
		this.member.hold(this.show, 42).expect(201);
		Answer refused = this.refusals.of(409, "seat-limit-exceeded", () -> this.member.hold(this.show, 43));
		assertThat(refused.number("limit")).isEqualTo(4);
		// seats bought count too, and seats given up do not
		this.member.pay(first).expect(201);
		ApiClient again = this.member.comeIn(this.concert);
		this.refusals.of(409, "seat-limit-exceeded", () -> again.hold(this.show, 43));
		String given = again.get("/api/v1/reservations?status=HELD").text("/items/0/id");
		again.cancel(given).expect(200);
		again.hold(this.show, 43).expect(201);
	}

	@Test
	@ProvesRule(rule = "A hold that has ended reads as expired before the sweeper comes",
			guard = "ReservationReader.STATUS_EXPRESSION", brokenBy = "leaving out the case")
	void expiredHoldCannotBePaid() {
		this.member.charge(1_000_000).expect(201);
		String held = this.member.hold(this.show, 1).expect(201).text("id");
		endHold(held);
		this.member.pay(held).expectProblem(410, "hold-expired");
		assertThat(this.member.balance()).isEqualTo(1_000_000);
		assertThat(this.member.get("/api/v1/wallet/entries").number("totalItems")).isEqualTo(1);
		Answer over = this.member.get("/api/v1/reservations/" + held);
		assertThat(List.of(over.text("status"), over.text("/payment/status"))).containsExactly("EXPIRED", "CANCELLED");
		await().until(() -> this.books.count("reservations where id = ? and status = 'EXPIRED'", held) == 1);
		await().until(() -> this.books.count("payments where reservation_id = ? and status = 'CANCELLED'", held) == 1);
		this.refusals.of(410, "hold-expired", () -> this.member.pay(held));
		this.refusals.of(409, "not-cancellable", () -> this.member.cancel(held));
		assertThat(this.books.held(this.show)).isEmpty();
		// the attempt stays in the history, and the seat is free
		assertThat(this.member.get("/api/v1/reservations?status=EXPIRED").number("totalItems")).isEqualTo(1);
		this.audience.member().comeIn(this.concert).hold(this.show, 1).expect(201);
	}

	@Test
	@ProvesRule(rule = "A paid reservation is given back only until its show begins",
			guard = "ReservationRepository.giveBack", brokenBy = "leaving out starts_at")
	void paidReservationIsGivenBackUntilItsShowBegins() {
		this.member.charge(1_000_000).expect(201);
		String paid = this.member.hold(this.show, 1).expect(201).text("id");
		this.member.pay(paid).expect(201);
		move("reservations set starts_at = utc_timestamp(6) where id = ?", paid);
		this.refusals.of(409, "not-cancellable", () -> this.member.cancel(paid));
		move("reservations set starts_at = utc_timestamp(6) + interval 1 minute where id = ?", paid);
		this.member.cancel(paid).expect(200);
		assertThat(this.member.balance()).isEqualTo(1_000_000);
	}

	@Test
	@ProvesRule(rule = "A balance has a limit", guard = "LedgerRepository.add", brokenBy = "leaving out the bound")
	void balanceHasALimit() {
		for (int i = 0; i < 9; i++) {
			this.member.charge(1_000_000).expect(201);
		}
		this.member.charge(999_999).expect(201);
		Answer refused = this.refusals.of(409, "balance-limit-exceeded", () -> this.member.charge(2));
		assertThat(refused.number("balance")).isEqualTo(9_999_999);
		assertThat(refused.number("limit")).isEqualTo(10_000_000);
		assertThat(this.member.charge(1).expect(201).number("balanceAfter")).isEqualTo(10_000_000);
		this.refusals.of(409, "balance-limit-exceeded", () -> this.member.charge(1));
	}

	@Test
	void concertThatIsNotOnSaleAdmitsNobody() {
		long upcoming = this.programme.register(ConcertFixture.draft(Instant.now().plus(1, ChronoUnit.HOURS), 1));
		this.refusals.in(upcoming).of(403, "sales-not-open", () -> this.member.join(upcoming));
		long over = ConcertFixture.onSale(this.programme, 1);
		move("shows set starts_at = utc_timestamp(6) - interval 1 second where concert_id = ?", over);
		move("concerts set last_show_at = utc_timestamp(6) - interval 1 second where id = ?", over);
		await().untilAsserted(
				() -> assertThat(this.member.get("/api/v1/concerts/" + over).text("status")).isEqualTo("ENDED"));
		this.refusals.in(over).of(403, "sales-not-open", () -> this.member.join(over));
	}

	@Test
	@ProvesRule(rule = "A show that has begun is not sold", guard = "SeatHoldService.checkBeforeHold",
			brokenBy = "leaving out requireOnSale")
	void showThatHasBegunIsNotSold() {
		move("shows set starts_at = utc_timestamp(6) - interval 1 second where id = ?", this.show);
		await().untilAsserted(() -> assertThat(this.member.shows(this.concert).expect(200).json().size()).isEqualTo(1));
		this.refusals.of(403, "sales-not-open", () -> this.member.hold(this.show, 1));
	}

	@Test
	@ProvesRule(rule = "A sale that was put off sells nothing", guard = "SeatHoldService.checkBeforeHold",
			brokenBy = "leaving out requireOnSale")
	void postponedSaleSellsNothing() {
		move("concerts set sales_open_at = utc_timestamp(6) + interval 1 hour where id = ?", this.concert);
		await().untilAsserted(() -> assertThat(this.member.get("/api/v1/concerts/" + this.concert).text("status"))
			.isEqualTo("UPCOMING"));
		this.refusals.of(403, "sales-not-open", () -> this.member.hold(this.show, 1));
	}

	private void endHold(String reservation) {
		move("seats set hold_until = utc_timestamp(6) - interval 1 microsecond where reservation_id = ?", reservation);
		move("reservations set held_until = utc_timestamp(6) - interval 1 microsecond where id = ?", reservation);
	}

	private void move(String update, Object id) {
		assertThat(this.jdbc.sql("update " + update).param(id).update()).isPositive();
	}

}
