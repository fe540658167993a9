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
 * Hands consequences that failed, or that a crash cut off, to their listeners again, on
 * whichever instance comes first. Listeners bear being called twice.
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
				log.error("Failed consequences could not be handed out again; another try follows", failure);
			}
		}
	}

}
