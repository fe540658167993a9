package app.frontrow.shared;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimeOrderedUuidTests {

	@Test
	void idIsOfVersionSevenAndTellsItsTime() {
		UUID id = TimeOrderedUuid.at(Instant.parse("2026-05-01T11:00:00Z").toEpochMilli());

		assertThat(id.version()).isEqualTo(7);
		assertThat(id.variant()).isEqualTo(2);
		assertThat(id.toString()).startsWith("019de332-0780-7");
	}

	@Test
	void laterIdsSortBehindEarlierOnes() {
		List<String> ids = IntStream.range(0, 1_000)
			.mapToObj((number) -> TimeOrderedUuid.at(1_800_000_000_000L + number).toString())
			.toList();

		assertThat(ids).isSorted();
	}

	@Test
	void idsOfTheSameMillisecondDiffer() {
		assertThat(Stream.generate(() -> TimeOrderedUuid.at(1_800_000_000_000L)).parallel().limit(100_000).distinct())
			.hasSize(100_000);
	}

}
