package app.frontrow.journey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Payments, top-ups and refunds of one member at the same moment.
 */
@ProvesRule(rule = "A balance changes in one statement, and is not read and written back",
		guard = "LedgerRepository.add", brokenBy = "adding the amount in Java")
class MoneyRaceIT extends RaceTest {

	private static final int WINDOWS = 20;

	private static final int PRICE = 90_000;

	private ApiClient member;

	@BeforeEach
	void member() {
		this.member = this.audience.member();
	}

	@Test
	void reservationPaidFromManyWindowsIsPaidOnce() {
		this.member.charge(1_000_000).expect(201);
		Purchase purchase = hold();
		List<Answer> answers = ConcurrentRunner.rush(Collections.nCopies(WINDOWS, purchase::pay));
		assertThat(ConcurrentRunner.outcomes(answers)).isEqualTo(Map.of("201", 1, "409 already-paid", WINDOWS - 1));
		assertThat(this.member.balance()).isEqualTo(1_000_000 - PRICE);
		assertThat(entries()).isEqualTo(2);
		assertThat(this.books.count("tickets t join payments p on p.id = t.payment_id where p.reservation_id = ?",
				purchase.reservation()))
			.isEqualTo(1);
	}

	@Test
	void paymentsAndTopUpsAtTheSameMomentLoseNothing() {
		this.member.charge(1_000_000).expect(201);
		List<Purchase> purchases = IntStream.range(0, 4).mapToObj((number) -> hold()).toList();
		List<Callable<Answer>> moves = new ArrayList<>();
		for (int i = 1; i <= 40; i++) {
			int amount = i * 1_000;
			moves.add(() -> this.member.charge(amount));
		}
		purchases.forEach((purchase) -> moves.addAll(Collections.nCopies(3, purchase::pay)));
		Collections.rotate(moves, 20);
		assertThat(ConcurrentRunner.outcomes(ConcurrentRunner.rush(moves)))
			.isEqualTo(Map.of("201", 44, "409 already-paid", 8));
		assertThat(this.member.balance()).isEqualTo(1_000_000 + 820_000 - 4 * PRICE);
		assertThat(entries()).isEqualTo(1 + 40 + 4);
	}

	@Test
	void firstTopUpsAtTheSameMomentLoseNothing() {
		List<Answer> answers = ConcurrentRunner.rush(Collections.nCopies(WINDOWS, () -> this.member.charge(1)));
		assertThat(ConcurrentRunner.outcomes(answers)).isEqualTo(Map.of("201", WINDOWS));
		assertThat(this.member.balance()).isEqualTo(WINDOWS);
	}

	@Test
	void balanceForOnePaymentPaysOne() {
		this.member.charge(PRICE).expect(201);
		List<Purchase> purchases = IntStream.range(0, 5).mapToObj((number) -> hold()).toList();
		List<Answer> answers = ConcurrentRunner
			.rush(purchases.stream().map((purchase) -> ConcurrentRunner.task(purchase::pay)).toList());
		assertThat(ConcurrentRunner.outcomes(answers)).isEqualTo(Map.of("201", 1, "409 insufficient-balance", 4));
		assertThat(this.member.balance()).isZero();
		assertThat(this.member.get("/api/v1/reservations?status=HELD").number("totalItems")).isEqualTo(4);
	}

	@Test
	void simultaneousTopUpsKeepTheBalanceLimit() {
		IntStream.range(0, 9).forEach((number) -> this.member.charge(1_000_000).expect(201));
		List<Answer> answers = ConcurrentRunner.rush(Collections.nCopies(WINDOWS, () -> this.member.charge(300_000)));
		assertThat(ConcurrentRunner.outcomes(answers))
			.isEqualTo(Map.of("201", 3, "409 balance-limit-exceeded", WINDOWS - 3));
		assertThat(this.member.balance()).isEqualTo(9_900_000);
	}

	@Test
	@ProvesRule(rule = "A hold is either paid or given up, also when both are asked for at once",
			guard = "ReservationRepository.release", brokenBy = "leaving out the status")
	void reservationIsPaidOrCancelledAndRefundedOnce() {
		this.member.charge(1_000_000).expect(201);
		Purchase purchase = hold();
		List<Callable<Answer>> moves = new ArrayList<>(Collections.nCopies(6, purchase::pay));
		moves.addAll(Collections.nCopies(6, purchase::cancel));
		Collections.shuffle(moves, new java.util.Random(7));
		List<Answer> answers = ConcurrentRunner.rush(moves);
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isIn(200, 201, 409, 410));
		long paid = answers.stream().filter((answer) -> answer.status() == 201).count();
		long cancelled = answers.stream().filter((answer) -> answer.status() == 200).count();
		// given up unpaid, paid and refunded, or paid while every cancellation still
		// meant to give up a hold
		assertThat(List.of(paid, cancelled)).isIn(List.of(0L, 1L), List.of(1L, 1L), List.of(1L, 0L));
		boolean kept = cancelled == 0;
		assertThat(this.member.balance()).isEqualTo(kept ? 1_000_000 - PRICE : 1_000_000);
		assertThat(entries()).isEqualTo(1 + paid + (kept ? 0 : paid));
		assertThat(
				this.books.count("reservations where id = ? and status = '" + (kept ? "CONFIRMED" : "CANCELLED") + "'",
						purchase.reservation()))
			.isEqualTo(1);
		assertThat(this.books.count("seats where reservation_id = ?", purchase.reservation())).isEqualTo(kept ? 1 : 0);
	}

	@Test
	@ProvesRule(rule = "A refund writes a line of the ledger", guard = "OrderReversalService.refund",
			brokenBy = "leaving out recordRefund")
	@ProvesRule(rule = "A refund makes the tickets void", guard = "PaymentRepository.voidTickets",
			brokenBy = "leaving out the statement on tickets")
	void paidReservationIsRefundedOnce() {
		this.member.charge(1_000_000).expect(201);
		Purchase purchase = hold();
		purchase.pay().expect(201);
		List<Answer> answers = ConcurrentRunner.rush(Collections.nCopies(WINDOWS, purchase::cancel));
		assertThat(ConcurrentRunner.outcomes(answers)).isEqualTo(Map.of("200", 1, "409 not-cancellable", WINDOWS - 1));
		assertThat(this.member.balance()).isEqualTo(1_000_000);
		assertThat(entries()).isEqualTo(3);
	}

	/** Holds a seat of a concert of its own, since paying ends the pass. */
	private Purchase hold() {
		long concert = ConcertFixture.onSale(this.programme, 1);
		ApiClient inside = this.member.comeIn(concert);
		long show = this.catalogue.findShows(concert).get(0).id();
		return new Purchase(inside, inside.hold(show, 50).expect(201).text("id"));
	}

	private long entries() {
		return this.member.get("/api/v1/wallet/entries").expect(200).number("totalItems");
	}

	private record Purchase(ApiClient inside, String reservation) {

		Answer pay() {
			return this.inside.pay(this.reservation);
		}

		Answer cancel() {
			return this.inside.cancel(this.reservation);
		}

	}

}
