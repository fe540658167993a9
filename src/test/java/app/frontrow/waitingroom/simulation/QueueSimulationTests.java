package app.frontrow.waitingroom.simulation;

import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.simulation.Scenario.Arrivals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An hour of a crowd that comes before the opening, on virtual time.
 */
class QueueSimulationTests {

	@Test
	void crowdBeforeTheOpeningAsksRedisRarelyAndComesBackSpread() {
		SimulationReport report = play(100_000, 0);

		assertThat(report.overtaken()).isZero();
		assertThat(report.callsPerEarlyPoll()).isLessThan(0.1);
		assertThat(report.pollsAfterTheOpening()).isBetween(1, (int) report.boundAfterTheOpening());
		assertThat(report.admitted()).isGreaterThan(70_000);
	}

	/** Who will be near the front is not known as long as the crowd grows. */
	@ParameterizedTest
	@CsvSource({ "2000, 1", "20000, 1", "100000, 20" })
	@ProvesRule(rule = "A crowd that comes just before an opening does not poll at once after it",
			guard = "PollIntervalPolicy.millisBeforeOpening", brokenBy = "leaving out the last look")
	void crowdThatComesInTheLastHalfMinuteComesBackSpread(int members, double admissionsPerSecond) {
		Scenario scenario = new Scenario("late", members, 1, Arrivals.PREQUEUE, 35_000, 90_000, 0, 0, 90_000, 0, 0,
				Scenario.settings(admissionsPerSecond));
		SimulationReport report = new QueueSimulation(scenario, 20_300_501).play();

		assertThat(report.pollsAfterTheOpening()).isBetween(1, (int) report.boundAfterTheOpening());
	}

	@Test
	void outageMakesNobodyOvertakeOrLoseThePlace() {
		SimulationReport outage = play(20_000, 30_000);

		assertThat(outage.overtaken()).isZero();
		assertThat(outage.crowd().lost()).isZero();
		assertThat(outage.admitted()).isGreaterThan(14_000);
	}

	private static SimulationReport play(int members, long outage) {
		return new QueueSimulation(Scenario.of("test", members, 4, Arrivals.PREQUEUE, 20, outage), 20_300_501).play();
	}

}
