package app.frontrow.waitingroom.queue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the steps of several queues at the same time. A queue whose step takes long
 * delays no other one, and gets no second step meanwhile. It stops before the connections
 * to Redis.
 */
@Component
class QueueStepExecutor implements SmartLifecycle {

	/** Redis answers one call at a time. These threads use the time on the network. */
	private static final int THREADS = 8;

	private final Executor threads;

	private final Set<Long> running = ConcurrentHashMap.newKeySet();

	private volatile boolean stopped;

	@Autowired
	QueueStepExecutor() {
		this(Executors.newFixedThreadPool(THREADS, threadFactory()));
	}

	QueueStepExecutor(Executor threads) {
		this.threads = threads;
	}

	/**
	 * Returns whether more steps are waiting than run. Then the steps of some queues are
	 * late, and this instance should take no more than it must.
	 */
	boolean isBehind() {
		return this.running.size() > 2 * THREADS;
	}

	/** Takes the step of this queue, unless its last step is still running. */
	void run(long concertId, Runnable step) {
		if (!this.stopped && this.running.add(concertId)) {
			this.threads.execute(() -> {
				try {
					step.run();
				}
				finally {
					this.running.remove(concertId);
				}
			});
		}
	}

	@Override
	public void start() {
		this.stopped = false;
	}

	/** No step begins any more. Those that run end soon, because a call has a timeout. */
	@Override
	public void stop() {
		this.stopped = true;
	}

	@Override
	public boolean isRunning() {
		return !this.stopped;
	}

	private static CustomizableThreadFactory threadFactory() {
		CustomizableThreadFactory factory = new CustomizableThreadFactory("queue-step-");
		factory.setDaemon(true);
		return factory;
	}

}
