package app.frontrow.office.reconciliation;

import app.frontrow.RunningProduct;
import app.frontrow.rules.ProvesRule;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.config.ScheduledTaskHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The regular reconciliation of the running product, with everything in its place.
 */
@Tag("database")
@RunningProduct
class ReconciliationPassIT {

	@Test
	@ProvesRule(rule = "The reconciliation runs regularly", guard = "ReconciliationJob.run",
			brokenBy = "leaving out @Scheduled")
	void passRunsRegularlyAndShowsItsResult(@Autowired ScheduledTaskHolder tasks, @Autowired ReconciliationJob job,
			@Autowired JdbcTemplate jdbc, @Autowired MeterRegistry meters) {
		assertThat(tasks.getScheduledTasks()).extracting(Object::toString)
			.anyMatch((task) -> task.contains("ReconciliationJob.run"));

		jdbc.update("update reconciliation_progress set last_ended_at = null, last_differences = -1,"
				+ " next_piece_at = utc_timestamp(6)");
		// instances of other tests may be faster
		await().untilAsserted(() -> {
			job.run();
			assertThat(
					jdbc.queryForObject("select last_ended_at is not null from reconciliation_progress", Boolean.class))
				.isTrue();
			assertThat(meters.get("frontrow.reconciliation.differences").gauge().value()).isNotNegative();
		});
	}

}
