package app.frontrow.waitingroom.queue;

import java.time.Duration;

import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.queue.StepSchedule.Turn;
import app.frontrow.waitingroom.redis.QueueFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StepScheduleTests {

	private final StepSchedule schedule = new StepSchedule(QueueFixture.PATIENT);

	@ParameterizedTest
	@CsvSource({ "0, NONE", "199, NONE", "200, SHARED", "449, SHARED", "450, OWN", "9223372036854775807, OWN" })
	@ProvesRule(rule = "An instance steps a queue itself before its snapshot is a second old",
			guard = "StepSchedule.decide", brokenBy = "leaving out OWN")
	void queueWithMembers(long age, Turn turn) {
		assertThat(this.schedule.decide(age, false)).isEqualTo(turn);
	}

	@ParameterizedTest
	@CsvSource({ "0, NONE", "1999, NONE", "2000, OWN" })
	void queueWithoutMembersIsSteppedNowAndThen(long age, Turn turn) {
		assertThat(this.schedule.decide(age, true)).isEqualTo(turn);
	}

	/** A longer time without a step would count as an outage. */
	@Test
	void restIsShortWithAShortAbsenceTime() {
		StepSchedule hasty = new StepSchedule(QueueFixture.settings(3, 1, Duration.ofSeconds(2)));

		assertThat(hasty.decide(500, true)).isEqualTo(Turn.OWN);
	}

}
