package app.frontrow.shared;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Gives every regular job a thread of its own, so that the admission of members never
 * waits for a slow reconciliation. The platform's own scheduler for virtual threads runs
 * all jobs with a fixed delay on one thread.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SchedulingConfiguration {

	/** More than there are jobs. */
	static final int THREADS = 16;

	@Bean
	ThreadPoolTaskScheduler taskScheduler() {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setPoolSize(THREADS);
		scheduler.setThreadNamePrefix("scheduling-");
		return scheduler;
	}

}
