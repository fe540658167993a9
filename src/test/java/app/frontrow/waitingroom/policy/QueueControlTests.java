package app.frontrow.waitingroom.policy;

import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.InvalidInputException.Violation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QueueControlTests {

	@ParameterizedTest
	@ValueSource(ints = { 1, 100, 1_000_000 })
	void capacityWithinBoundsIsAccepted(int capacity) {
		assertThatCode(control(capacity, 20)::check).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 1_000_001, Integer.MIN_VALUE, Integer.MAX_VALUE })
	void capacityOutOfBoundsIsRefused(int capacity) {
		assertRefused("capacity", control(capacity, 20));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.001, 0.5, 20, 100_000 })
	void rateWithinBoundsIsAccepted(double rate) {
		assertThatCode(control(100, rate)::check).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -0.0, -1, 100_000.1, 1e9, Double.NaN, Double.POSITIVE_INFINITY })
	void rateOutOfBoundsIsRefused(double rate) {
		assertRefused("admissionsPerSecond", control(100, rate));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "two\nlines", "a\u0000b" })
	void messageIsOneReadableLine(String message) {
		assertRefused("message", new QueueControl(100, 20, QueueMode.OPEN, message));
		assertRefused("message", new QueueControl(100, 20, QueueMode.OPEN, "x".repeat(301)));
		assertThatCode(new QueueControl(100, 20, QueueMode.OPEN, "잠시 후 다시 시작합니다.")::check).doesNotThrowAnyException();
	}

	private static QueueControl control(int capacity, double rate) {
		return new QueueControl(capacity, rate, QueueMode.OPEN, null);
	}

	private static void assertRefused(String field, QueueControl control) {
		assertThatThrownBy(control::check).isInstanceOfSatisfying(InvalidInputException.class,
				(refusal) -> assertThat(refusal.violations()).extracting(Violation::field).containsExactly(field));
	}

}
