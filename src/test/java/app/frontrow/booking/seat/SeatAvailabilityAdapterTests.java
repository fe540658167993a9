package app.frontrow.booking.seat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class SeatAvailabilityAdapterTests {

	private final SeatMapService seats = mock();

	private final SeatAvailabilityAdapter free = new SeatAvailabilityAdapter(this.seats);

	@Test
	void seatsOfAllFutureShowsAreCounted() {
		given(this.seats.findShows(7)).willReturn(List.of(show(1, 3), show(2, 0), show(3, 4)));
		given(this.seats.findShows(8)).willReturn(List.of());

		assertThat(this.free.countFreeSeats(7)).isEqualTo(7);
		assertThat(this.free.countFreeSeats(8)).isZero();
	}

	private static BookableShow show(long id, int seatsLeft) {
		return new BookableShow(id, 7, Instant.EPOCH, seatsLeft, 90_000);
	}

}
