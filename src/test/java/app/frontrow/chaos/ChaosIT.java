package app.frontrow.chaos;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A minute of chaos, or more until each kind of fault was there. {@code -Dchaos.minutes}
 * and {@code -Dchaos.seed} give it longer or another plan. It kills its stores, so these
 * are its own. What must hold is asserted; how long things take is printed.
 */
@DisabledIfEnvironmentVariable(named = "TEST_JDBC_URL", matches = ".+",
		disabledReason = "TEST_JDBC_URL names a running store, and chaos is for stores of its own")
class ChaosIT {

	@Test
	void everyPromiseIsKept() throws InterruptedException {
		ChaosReport figures = ChaosRun.run(Integer.getInteger("chaos.minutes", 1), Long.getLong("chaos.seed", 20_260L));

		assertThat(figures.broken()).isEmpty();
		assertThat(figures.counted("kills of an instance")).isPositive();
		assertThat(figures.counted("acknowledged")).isPositive();
		assertThat(figures.counted("seats exchanged")).isPositive();
		assertThat(figures.counted("refunds of the cancelled show")).isPositive();
	}

}
