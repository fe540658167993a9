package app.frontrow.shared;

import java.util.concurrent.TimeUnit;

import app.frontrow.shared.store.StoreOutageDetector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Publishes an event again if its listener failed or if the instance crashed before the
 * listener finished. Any instance may do this. A listener must therefore give the same
 * result if it gets an event twice.
 */
@Component
class EventResubmissionJob {

	private static final Logger log = LoggerFactory.getLogger(EventResubmissionJob.class);

	private final FailedEventPublications publications;

	EventResubmissionJob(FailedEventPublications publications) {
		this.publications = publications;
	}

	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void resubmit() {
		try {
			this.publications.resubmit(ResubmissionOptions.defaults());
		}
		catch (RuntimeException failure) {
			if (!StoreOutageDetector.isCauseOf(failure)) {
				log.error("Failed events could not be published again; the next run tries again", failure);
			}
		}
	}

}
