package app.frontrow.shared;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Gives every scheduled job its own thread, so that a quick job never waits for a slow
 * one. Spring's scheduler for virtual threads runs all jobs with a fixed delay on one
 * thread.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SchedulingConfiguration {

	/** This is more than the number of jobs. */
	static final int THREADS = 48;

	@Bean
	ThreadPoolTaskScheduler taskScheduler() {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setPoolSize(THREADS);
		scheduler.setThreadNamePrefix("scheduling-");
		return scheduler;
	}

}
