package app.frontrow.shared;

import java.util.Collection;

import app.frontrow.RunningProduct;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;

import static org.assertj.core.api.Assertions.assertThat;

@RunningProduct
class SchedulingIT {

	@Autowired
	private ThreadPoolTaskScheduler scheduler;

	@Autowired
	private Collection<ScheduledTaskHolder> jobs;

	@Test
	void everyJobHasAThread() {
		assertThat(this.jobs.stream().mapToInt((holder) -> holder.getScheduledTasks().size()).sum()).isPositive()
			.isLessThan(this.scheduler.getScheduledThreadPoolExecutor().getCorePoolSize());
	}

}
