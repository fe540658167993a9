package app.frontrow.operations;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Keeps an instance answering for a while after it was told to end. The platform has
 * already said in the readiness probe that the instance is leaving. Jobs and connections
 * end after the drain time, because other listeners of the same event come later.
 */
@Component
class DrainService implements ApplicationListener<ContextClosedEvent>, Ordered {

	/** How long the last phase takes, or all of a shorter drain time. */
	static final Duration LEAVING = Duration.ofSeconds(1);

	private static final Logger log = LoggerFactory.getLogger(DrainService.class);

	private final ApplicationContext context;

	private final Duration drain;

	private volatile Phase phase = Phase.SERVING;

	DrainService(ApplicationContext context, ShutdownSettings settings) {
		this.context = context;
		this.drain = settings.drain();
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	/** Waits until balancers have noticed. */
	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext() != this.context || this.drain.isZero()) {
			return;
		}
		log.info("This instance ends in {} s; until then it answers", this.drain.toSeconds());
		Duration leaving = (this.drain.compareTo(LEAVING) < 0) ? this.drain : LEAVING;
		try {
			this.phase = Phase.DRAINING;
			Thread.sleep(this.drain.minus(leaving).toMillis());
			this.phase = Phase.LEAVING;
			Thread.sleep(leaving.toMillis());
		}
		catch (InterruptedException hurry) {
			Thread.currentThread().interrupt();
		}
	}

	/** What the instance does with a request now. */
	Phase phase() {
		return this.phase;
	}

	/**
	 * The phases of an instance.
	 */
	enum Phase {

		/** It answers. */
		SERVING,
		/** It answers, and ends each connection after the answer. */
		DRAINING,
		/**
		 * It refuses what may be sent again elsewhere, so that a balancer without probes
		 * notices before the port closes.
		 */
		LEAVING

	}

}
