package app.frontrow.reservations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Programme;
import app.frontrow.journey.Concerts;
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
class SeatsIT {

	private static final long OVER_AT_ONCE = 0;

	private static final long LONG = 60_000_000;

	@Autowired
	private Seats seats;

	private final UUID first = UUID.randomUUID();

	private final UUID second = UUID.randomUUID();

	private long show;

	@BeforeEach
	void aShow(@Autowired Programme programme, @Autowired Catalogue catalogue) {
		this.show = Concerts.showOnSale(programme, catalogue).id();
	}

	@AfterEach
	void nobodysSeatsAreLeft(@Autowired JdbcTemplate jdbc) {
		jdbc.update("update seats set status = 'AVAILABLE', reservation_id = null, hold_until = null where show_id = ?",
				this.show);
	}

	@Test
	void aHeldSeatIsOutOfReachUntilItsHoldEnds() {
		assertThat(claim(this.first, LONG, 1)).isEqualTo(1);
		assertThat(claim(this.second, LONG, 1, 2)).as("only the other seat").isEqualTo(1);
		assertThat(this.seats.taken(this.show, List.of(1, 2, 3))).containsExactly(1, 2);
	}

	@Test
	void theSeatOfAHoldThatHasEndedIsFreeAtOnce() {
		claim(this.first, OVER_AT_ONCE, 1);

		assertThat(this.seats.taken(this.show, List.of(1))).isEmpty();
		assertThat(this.seats.summaries(List.of(this.show)).get(0).free()).isEqualTo(50);
		assertThat(claim(this.second, LONG, 1)).isEqualTo(1);
	}

	@Test
	void aSoldSeatIsNeverFree() {
		claim(this.first, LONG, 1);
		assertThat(sell(this.first, 1)).isEqualTo(1);

		assertThat(claim(this.second, LONG, 1)).isZero();
		assertThat(sell(this.first, 1)).as("sold once").isZero();
	}

	@Test
	void aHoldThatHasEndedIsNotSold() {
		claim(this.first, OVER_AT_ONCE, 1);

		assertThat(sell(this.first, 1)).isZero();
	}

	@Test
	void whoseHoldWasTakenOverSellsAndFreesNothing() {
		claim(this.first, OVER_AT_ONCE, 1);
		claim(this.second, LONG, 1);

		assertThat(sell(this.first, 1)).isZero();
		assertThat(this.seats.free(this.show, List.of(1), this.first)).isZero();
		this.seats.free(List.of(reservation(this.first, 1)));
		assertThat(sell(this.second, 1)).isEqualTo(1);
		this.seats.free(List.of(reservation(this.first, 1)));
		assertThat(this.seats.taken(this.show, List.of(1))).containsExactly(1);
	}

	private int claim(UUID reservation, long micros, Integer... numbers) {
		return this.seats.claim(this.show, List.of(numbers), reservation, micros);
	}

	private int sell(UUID reservation, int number) {
		return this.seats.sell(this.show, List.of(number), reservation);
	}

	private Reservation reservation(UUID id, int number) {
		return new Reservation(id, UUID.randomUUID(), 1, this.show, Instant.EPOCH,
				List.of(new ReservedSeat(number, "VIP", 150_000)), 150_000, ReservationStatus.HELD, Instant.EPOCH, 1,
				Instant.EPOCH);
	}

}
