package app.frontrow.chaos;

/**
 * Waits until the product serves again after a fault, without anybody's help, and
 * measures how long that takes.
 */
final class RecoveryCheck {

	/** Who has not recovered by then does not. */
	private static final long LONGEST_MS = 90_000;

	private static final long NOTABLE_MS = 1_000;

	private final ChaosEnvironment site;

	private final LoadBalancedClient line;

	private final MemberLoginClient probe;

	RecoveryCheck(ChaosEnvironment site, LoadBalancedClient line) {
		this.site = site;
		this.line = line;
		this.probe = MemberLoginClient.signUp(site, line);
	}

	/** Waits until every instance that runs serves both stores again. */
	void await(Fault after) {
		long from = System.nanoTime();
		for (int number = 0; number < ChaosEnvironment.INSTANCES; number++) {
			while (!serves(number)) {
				if (elapsed(from) > LONGEST_MS) {
					this.line.figures().broken("no recovery", "instance " + number + " after " + after);
					return;
				}
				FaultInjector.sleep(50);
			}
		}
		this.line.figures().peak("longest recovery, ms", elapsed(from));
		if (elapsed(from) > NOTABLE_MS) {
			System.out.printf("          served again after %d ms%n", elapsed(from));
		}
	}

	private boolean serves(int number) {
		if (this.site.isAbsent(number)) {
			return true;
		}
		ClientReply reply = this.line.send(this.probe.client(), number, false, "GET", "/api/v1/wallet", null);
		this.probe.noteAnswer(reply);
		return reply.isDone();
	}

	private static long elapsed(long fromNanos) {
		return (System.nanoTime() - fromNanos) / 1_000_000;
	}

}
