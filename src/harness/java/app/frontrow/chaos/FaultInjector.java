package app.frontrow.chaos;

import java.util.concurrent.TimeUnit;

import app.frontrow.chaos.ChaosEnvironment.Absence;
import app.frontrow.stores.StoreProcess;

/**
 * Strikes by its plan, one fault after the other; a killed instance comes back while it
 * goes on. Waits after each fault until the product has recovered by itself.
 */
final class FaultInjector {

	private static final int ANSWERS_TO_CUT = 4;

	/** Many ticks of an instance. */
	private static final long LOOK_AROUND_MS = 3_000;

	private final ChaosEnvironment site;

	private final FaultPlan plan;

	private final RecoveryCheck recovery;

	private final ChaosReport figures;

	private final long started = System.nanoTime();

	FaultInjector(ChaosEnvironment site, FaultPlan plan, RecoveryCheck recovery, ChaosReport figures) {
		this.site = site;
		this.plan = plan;
		this.recovery = recovery;
		this.figures = figures;
	}

	/**
	 * Strikes until the time is over and each fault of the plan's deck was dealt once.
	 * Everything runs again when this returns.
	 */
	void rage(long untilNanos) {
		for (int struck = 0; struck < this.plan.deckSize() || System.nanoTime() < untilNanos; struck++) {
			Fault fault = this.plan.next();
			sleep(fault.calmMs());
			System.out.printf("%6.1f s  %s%n", (System.nanoTime() - this.started) / 1e9, fault);
			strike(fault);
			this.recovery.await(fault);
		}
		for (int number = 0; number < ChaosEnvironment.INSTANCES; number++) {
			this.site.awaitUp(number);
		}
	}

	private void strike(Fault fault) {
		switch (fault.kind()) {
			case INSTANCE_KILLED -> killInstance(fault);
			case INSTANCE_FROZEN, INSTANCE_FROZEN_PAST_ITS_LEASES -> freezeInstance(fault);
			case DATABASE_KILLED -> kill(this.site.database(), fault, false);
			case DATABASE_FROZEN -> freeze(this.site.database(), fault);
			case REDIS_KILLED -> kill(this.site.redis(), fault, false);
			case REDIS_FROZEN -> freeze(this.site.redis(), fault);
			case REDIS_LOST -> loseRedis(fault);
			case ANSWERS_CUT -> cutAnswers(fault);
		}
	}

	private void killInstance(Fault fault) {
		this.site.awaitUp(fault.instance());
		Absence absence = this.site.absent(fault.instance());
		this.site.instance(fault.instance()).kill();
		this.figures.count("kills of an instance");
		sleep(fault.lengthMs());
		this.site.restartInBackground(fault.instance());
		absence.end();
	}

	private void freezeInstance(Fault fault) {
		this.site.awaitUp(fault.instance());
		Absence absence = this.site.absent(fault.instance());
		this.site.instance(fault.instance()).pause();
		this.figures.count("pauses of an instance");
		sleep(fault.lengthMs());
		this.site.instance(fault.instance()).resume();
		absence.end();
	}

	private void kill(StoreProcess store, Fault fault, boolean erased) {
		Absence absence = this.site.absent(ChaosEnvironment.STORE);
		store.kill();
		this.figures.count("kills of " + (fault.kind() == Fault.Kind.DATABASE_KILLED ? "the database" : "Redis"));
		if (erased) {
			store.erase();
			this.figures.count("losses of all that Redis had");
		}
		sleep(fault.lengthMs());
		store.start();
		absence.end();
	}

	/**
	 * Somebody must know what Redis loses: never before every instance is back and has
	 * looked at the queues. What is lost together with all of them is not promised.
	 */
	private void loseRedis(Fault fault) {
		for (int number = 0; number < ChaosEnvironment.INSTANCES; number++) {
			this.site.awaitUp(number);
		}
		this.recovery.await(fault);
		sleep(LOOK_AROUND_MS);
		kill(this.site.redis(), fault, true);
	}

	private void freeze(StoreProcess store, Fault fault) {
		Absence absence = this.site.absent(ChaosEnvironment.STORE);
		store.pause();
		this.figures.count("pauses of " + (fault.kind() == Fault.Kind.DATABASE_FROZEN ? "the database" : "Redis"));
		sleep(fault.lengthMs());
		store.resume();
		absence.end();
	}

	private void cutAnswers(Fault fault) {
		ResponseDroppingProxy proxy = this.site.proxy(fault.instance());
		int before = proxy.cuts();
		proxy.arm(1 + (int) (fault.lengthMs() % ANSWERS_TO_CUT));
		sleep(fault.lengthMs());
		proxy.arm(0);
		this.figures.count("answers cut", proxy.cuts() - before);
	}

	static void sleep(long millis) {
		try {
			TimeUnit.MILLISECONDS.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
