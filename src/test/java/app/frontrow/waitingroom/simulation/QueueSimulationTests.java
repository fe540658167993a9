package app.frontrow.waitingroom.simulation;

import app.frontrow.waitingroom.simulation.Scenario.Arrivals;
import org.junit.jupiter.api.Test;

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
