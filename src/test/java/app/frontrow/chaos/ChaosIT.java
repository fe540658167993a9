package app.frontrow.chaos;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two minutes of chaos; {@code -Dchaos.minutes} and {@code -Dchaos.seed} give it longer
 * or another plan. It kills its stores, so these are embedded ones of its own.
 */
@DisabledIfEnvironmentVariable(named = "TEST_JDBC_URL", matches = ".+")
@EnabledIfEnvironmentVariable(named = "FRONTROW_CHAOS", matches = "true",
		disabledReason = "on a busy machine answers take longer than it allows; FRONTROW_CHAOS=true or script/chaos runs it")
class ChaosIT {

	@Test
	void everyPromiseIsKept() throws InterruptedException {
		Figures figures = Chaos.run(Integer.getInteger("chaos.minutes", 2), Long.getLong("chaos.seed", 20_260L));

		assertThat(figures.broken()).isEmpty();
		assertThat(figures.counted("kills of an instance")).isPositive();
		assertThat(figures.counted("acknowledged")).isGreaterThan(100);
	}

}
