package app.frontrow.booking.seat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.RunningProduct;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.reservation.ReservedSeat;
import app.frontrow.booking.seat.SeatRepository.Choice;
import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the statements on seats promise by themselves, without the help of whoever calls
 * them or of the sweeper: these seats are nobody's reservation, so none comes by.
 */
@RunningProduct
@Tag("database")
class SeatRepositoryIT {

	private static final long OVER_AT_ONCE = 0;

	private static final long LONG = 60;

	@Autowired
	private SeatRepository seats;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private RetryingTransactionExecutor transactions;

	private final UUID first = UUID.randomUUID();

	private final UUID second = UUID.randomUUID();

	private long show;

	@BeforeEach
	void aShow(@Autowired CatalogueEditService programme, @Autowired CatalogueQueryService catalogue) {
		this.show = ConcertFixture.showOnSale(programme, catalogue).id();
	}

	@AfterEach
	void nobodysSeatsAreLeft() {
		this.jdbc.update(
				"update seats set status = 'AVAILABLE', reservation_id = null, hold_until = null where show_id = ?",
				this.show);
	}

	@Test
	@ProvesRule(rule = "A seat is held only if it is free", guard = "SeatRepository.claim",
			brokenBy = "leaving out FREE")
	void heldSeatCannotBeClaimed() {
		assertThat(claim(this.first, LONG, 1)).isEqualTo(1);
		assertThat(claim(this.second, LONG, 1, 2)).as("only the other seat").isEqualTo(1);
		assertThat(this.seats.findTaken(this.show, List.of(1, 2, 3))).containsExactly(1, 2);
	}

	@Test
	@ProvesRule(rule = "A seat is free as soon as its hold has ended by the database's clock",
			guard = "SeatRepository.FREE_CONDITION", brokenBy = "leaving out the comparison of hold_until")
	@ProvesRule(rule = "A seat is shown as free as soon as its hold has ended", guard = "SeatRepository.LIVE_CONDITION",
			brokenBy = "leaving out the comparison of hold_until")
	void seatIsFreeAsSoonAsItsHoldEnds() {
		claim(this.first, OVER_AT_ONCE, 1);

		assertThat(this.seats.findTaken(this.show, List.of(1))).isEmpty();
		assertThat(this.seats.findSummaries(List.of(this.show)).get(0).free()).isEqualTo(50);
		assertThat(claim(this.second, LONG, 1)).isEqualTo(1);
	}

	@Test
	void soldSeatIsNeverFree() {
		claim(this.first, LONG, 1);
		this.jdbc.update("update seats set status = 'SOLD', hold_until = null where show_id = ? and seat_no = 1",
				this.show);

		assertThat(read(1).free()).isEmpty();
		assertThat(claim(this.second, LONG, 1)).isZero();
	}

	@Test
	@ProvesRule(rule = "A seat is claimed only if its price is still the one that was read",
			guard = "SeatRepository.claim", brokenBy = "leaving out grade and price")
	void seatWithAnotherPriceIsNotClaimed() {
		List<ReservedSeat> read = read(1, 2).free();
		assertThat(read).extracting(ReservedSeat::number).containsExactly(1, 2);
		this.jdbc.update("update seats set price = price + 1 where show_id = ? and seat_no = 2", this.show);

		assertThat(claim(this.first, LONG, read)).as("only the seat that costs what it did").isEqualTo(1);
		assertThat(this.seats.findTaken(this.show, List.of(1, 2))).containsExactly(1);
	}

	@Test
	void readingReturnsFreeSeats() {
		claim(this.first, LONG, 1);
		claim(this.second, OVER_AT_ONCE, 2);

		assertThat(read(1, 2, 3).free()).extracting(ReservedSeat::number).containsExactly(2, 3);
		assertThat(read(1).now()).isNotNull();
		assertThat(read(51)).as("no such seat").isEqualTo(new Choice(List.of(), 0, null, null));
	}

	@Test
	@ProvesRule(rule = "A reservation frees only its own seats", guard = "SeatRepository.releaseSeats",
			brokenBy = "leaving out reservation_id in both methods")
	void lostHoldFreesNoSeat() {
		claim(this.first, OVER_AT_ONCE, 1);
		claim(this.second, LONG, 1);

		assertThat(this.transactions.run(() -> this.seats.releaseSeats(this.show, List.of(1), this.first))).isZero();
		this.transactions.run(() -> {
			this.seats.releaseSeats(List.of(reservation(this.first, 1)));
			return null;
		});
		assertThat(this.seats.findTaken(this.show, List.of(1))).containsExactly(1);
	}

	private Choice read(Integer... numbers) {
		return this.seats.read(this.show, List.of(numbers), UUID.randomUUID(), 1);
	}

	private int claim(UUID reservation, long seconds, Integer... numbers) {
		return claim(reservation, seconds,
				this.jdbc
					.query("select seat_no, grade, price from seats where show_id = ? order by seat_no",
							(row, number) -> ReservedSeat.read(row), this.show)
					.stream()
					.filter((seat) -> List.of(numbers).contains(seat.number()))
					.toList());
	}

	private int claim(UUID reservation, long seconds, List<ReservedSeat> wanted) {
		Instant until = read(1).now().plusSeconds(seconds);
		return this.transactions.run(() -> this.seats.claim(this.show, wanted, reservation, until));
	}

	private Reservation reservation(UUID id, int number) {
		return new Reservation(id, UUID.randomUUID(), 1, this.show, Instant.EPOCH,
				List.of(new ReservedSeat(number, "VIP", 150_000)), 150_000, ReservationStatus.HELD, Instant.EPOCH, 1,
				Instant.EPOCH, null);
	}

}
