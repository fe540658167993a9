package app.frontrow.waitingroom.web;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;

import app.frontrow.waitingroom.place.Estimate;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.web.WaitingView.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WaitingViewTests {

	@ParameterizedTest
	@CsvSource({ "0, 30, under-minute", "20, 60, minute", "130, 240, minutes", "240, 240, about-minutes",
			"14400, 20000, long" })
	void estimateIsARoundedRange(long min, long max, String kind) {
		assertThat(waiting(10, 0, new Estimate(min, max), 500).estimateKey()).isEqualTo("queue.estimate." + kind);
	}

	@Test
	void estimateIsMissingWithoutHistory() {
		assertThat(waiting(10, 0, null, 500).estimateKey()).isEqualTo("queue.estimate.unknown");
	}

	@ParameterizedTest
	@CsvSource({ "100, 100, 4", "50, 100, 50", "1, 100, 95", "100, 0, 4", "0, 0, 95", "200, 100, 4" })
	void progressCountsFromTheStartOfTheWait(long ahead, long startedAt, long percent) {
		assertThat(waiting(ahead, startedAt, null, 500).percent()).isEqualTo(percent);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "10, 11, -", "10, 10, nearly", "10, 0, none", "10, -1, unknown" })
	void scarcityIsSaid(long ahead, int seatsLeft, String scarcity) {
		assertThat(waiting(ahead, 0, null, seatsLeft).scarcity()).isEqualTo(scarcity);
	}

	private static WaitingView waiting(long ahead, long startedAt, Estimate estimate, int seatsLeft) {
		QueuePlace place = new QueuePlace("token", 7, UUID.randomUUID(), PlaceStatus.WAITING, ahead + 1, ahead,
				estimate, 2000L, Instant.EPOCH, null, null, null, null, null);
		return WaitingView.of(place, 7, startedAt, (seatsLeft >= 0) ? OptionalInt.of(seatsLeft) : OptionalInt.empty(),
				new Terms(Duration.ofMinutes(15), QueueMode.OPEN, null, false));
	}

}
