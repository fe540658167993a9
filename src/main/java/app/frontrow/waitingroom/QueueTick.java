package app.frontrow.waitingroom;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.shared.NotFoundException;
import app.frontrow.shared.StoreOutage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes a step in every live queue four times a second, on every instance: admission goes
 * on while one instance lives, and a step taken twice does no harm.
 */
@Component
class QueueTick {

	private static final Logger log = LoggerFactory.getLogger(QueueTick.class);

	private static final Duration QUIET = Duration.ofMinutes(1);

	private static final int MAX_JITTER_MS = 50;

	private final QueueStore queues;

	private final Catalogue catalogue;

	private final Clock clock;

	private boolean storeDown;

	QueueTick(QueueStore queues, Catalogue catalogue, Clock clock) {
		this.queues = queues;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 200)
	void tick() throws InterruptedException {
		Thread.sleep(ThreadLocalRandom.current().nextInt(MAX_JITTER_MS));
		try {
			this.queues.live().forEach(this::step);
			this.storeDown = false;
		}
		catch (RuntimeException failure) {
			report(failure);
		}
	}

	private void step(String concertId) {
		long id = Long.parseLong(concertId);
		List<Long> crowd = this.queues.step(id, seatsLeft(id));
		if (crowd.stream().allMatch((number) -> number == 0)) {
			this.queues.retire(concertId, this.clock.instant().minus(QUIET).toEpochMilli());
		}
	}

	private int seatsLeft(long concertId) {
		try {
			return this.catalogue.concert(concertId).seatsLeft();
		}
		catch (NotFoundException gone) {
			return 0;
		}
	}

	private void report(RuntimeException failure) {
		if (!StoreOutage.isBehind(failure)) {
			log.error("A step of the queues failed; the next one follows", failure);
		}
		else if (!this.storeDown) {
			this.storeDown = true;
			log.warn("Admission pauses while a store is out of reach: {}", failure.getMessage());
		}
	}

}
