package app.frontrow.booking.seat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class SeatAvailabilityAdapterTests {

	private final SeatMapService seats = mock();

	private final SeatAvailabilityAdapter free = new SeatAvailabilityAdapter(this.seats);

	@Test
	void seatsOfAllFutureShowsAreCounted() {
		given(this.seats.findShows(7)).willReturn(List.of(show(1, 3), show(2, 0), show(3, 4)));
		given(this.seats.findShows(8)).willReturn(List.of());

		await().untilAsserted(() -> assertThat(this.free.findFreeSeats(7)).hasValue(7));
		await().untilAsserted(() -> assertThat(this.free.findFreeSeats(8)).hasValue(0));
	}

	@Test
	void databaseThatHangsIsNotWaitedFor() throws InterruptedException {
		CountDownLatch back = new CountDownLatch(1);
		given(this.seats.findShows(7)).willAnswer((call) -> {
			back.await();
			return List.of(show(1, 3));
		});
		long begin = System.nanoTime();

		assertThat(this.free.findFreeSeats(7)).isEmpty();
		assertThat(this.free.findFreeSeats(7)).isEmpty();

		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
		back.countDown();
		await().until(() -> this.free.findFreeSeats(7).isPresent());
	}

	@Test
	void databaseThatIsAwayIsNoNumber() {
		given(this.seats.findShows(7)).willThrow(new DataAccessResourceFailureException("away"));

		assertThat(this.free.findFreeSeats(7)).isEmpty();
	}

	@AfterEach
	void stop() {
		this.free.stop();
	}

	private static BookableShow show(long id, int seatsLeft) {
		return new BookableShow(id, 7, Instant.EPOCH, seatsLeft, 90_000);
	}

}
