package app.frontrow.chaos;

/**
 * Measures how long the product takes to serve again after a fault, without anybody's
 * help.
 */
final class Recovery {

	private static final long LONGEST_MS = 20_000;

	private static final long NOTABLE_MS = 1_000;

	private final Site site;

	private final Line line;

	private final Account probe;

	Recovery(Site site, Line line) {
		this.site = site;
		this.line = line;
		this.probe = Account.signUp(site, line);
	}

	/** Waits until every instance that runs serves both stores again. */
	void await(Fault after) {
		long from = System.nanoTime();
		for (int number = 0; number < Site.INSTANCES; number++) {
			while (!serves(number)) {
				if (elapsed(from) > LONGEST_MS) {
					this.line.figures().broken("no recovery", "instance " + number + " after " + after);
					return;
				}
				Monkey.sleep(50);
			}
		}
		this.line.figures().peak("longest recovery, ms", elapsed(from));
		if (elapsed(from) > NOTABLE_MS) {
			System.out.printf("          served again after %d ms%n", elapsed(from));
		}
	}

	private boolean serves(int number) {
		long now = System.nanoTime();
		if (this.site.wasAbsent(number, now, now)) {
			return true;
		}
		Reply reply = this.line.send(this.probe.client(), number, false, "GET", "/api/v1/wallet", null);
		this.probe.noteAnswer(reply);
		return reply.isDone();
	}

	private static long elapsed(long fromNanos) {
		return (System.nanoTime() - fromNanos) / 1_000_000;
	}

}
