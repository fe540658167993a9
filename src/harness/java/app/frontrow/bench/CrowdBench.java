package app.frontrow.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Compares far polls, seats and payments while 500 members log in at once with the same
 * while nobody does: in the first seconds, when all of them arrive, and for as long as
 * most of them wait for their turn.
 */
final class CrowdBench {

	private static final int ARRIVAL_SECONDS = 4;

	private static final int WAIT_SECONDS = 40;

	private static final int WARM_UP_LOG_INS = 60;

	private final BenchFixture stage;

	private final BenchOptions options;

	CrowdBench(BenchFixture stage, BenchOptions options) {
		this.stage = stage;
		this.options = options;
	}

	void run(PrintStream out) {
		logIns(WARM_UP_LOG_INS);
		out.printf("%n%d log-ins arrive at once%n", this.stage.accounts().size());
		wrk(out, "far-poll", this.stage.crowd().farPolls());
		wrk(out, "seats", this.stage.viewers().seatsByApi());
		BuyerPool buyers = this.stage.buyers();
		WarmUpRunner.reach(this.options.warmUps(), () -> pay(buyers));
		compare(out, "pay, first", () -> pay(buyers));
		compare(out, "pay", () -> pay(buyers, WAIT_SECONDS));
	}

	private void wrk(PrintStream out, String name, List<BenchRequest> requests) {
		WrkLoadGenerator load = new WrkLoadGenerator(this.stage.product().url(), name, requests);
		WarmUpRunner.reach(this.options.warmUps(), () -> load.run(this.options.roundSeconds()));
		compare(out, name + ", first", () -> load.run(ARRIVAL_SECONDS));
		compare(out, name, () -> load.run(WAIT_SECONDS));
	}

	private static LoadResult pay(BuyerPool buyers) {
		buyers.join();
		buyers.topUp();
		buyers.awaitTurns();
		buyers.hold();
		LoadResult paid = buyers.pay();
		buyers.cancel();
		return paid;
	}

	/** Pays again and again; quantiles are medians over the rounds. */
	private static LoadResult pay(BuyerPool buyers, int seconds) {
		long end = System.nanoTime() + seconds * 1_000_000_000L;
		List<LoadResult> rounds = new ArrayList<>();
		while (System.nanoTime() < end) {
			rounds.add(pay(buyers));
		}
		return new LoadResult(rounds.stream().mapToLong(LoadResult::requests).sum(),
				rounds.stream().mapToDouble(LoadResult::seconds).sum(), Median.of(rounds, LoadResult::p50),
				Median.of(rounds, LoadResult::p99), rounds.stream().mapToLong(LoadResult::errors).sum());
	}

	private void compare(PrintStream out, String name, Supplier<LoadResult> load) {
		LoadResult calm = load.get();
		CompletableFuture<LoadResult> logIns = CompletableFuture
			.supplyAsync(() -> logIns(this.stage.accounts().size()));
		LoadResult crowded = load.get();
		boolean throughout = !logIns.isDone();
		LoadResult rush = logIns.join();
		out.printf(
				"%-16s %s requests/s, p99 %s ms; with the crowd %s requests/s (%.2f), p99 %s ms, %d errors;"
						+ " the log-ins took %s s%s, %d were to come later%n",
				name, ResultTable.number(calm.perSecond()), ResultTable.number(calm.p99()),
				ResultTable.number(crowded.perSecond()), crowded.perSecond() / calm.perSecond(),
				ResultTable.number(crowded.p99()), crowded.errors(), ResultTable.number(rush.seconds()),
				throughout ? "" : " and were over before", rush.errors());
	}

	/** One thread sends all of them, so that the client takes little of the machine. */
	private LoadResult logIns(int count) {
		List<String> bodies = this.stage.accounts()
			.subList(0, count)
			.stream()
			.map(BenchMemberFactory::logInBody)
			.toList();
		long begin = System.nanoTime();
		try (SimultaneousClient client = new SimultaneousClient(this.stage.product().url(), count)) {
			return LoadResult.of(client.post(BenchMemberFactory.LOG_IN, bodies), (System.nanoTime() - begin) / 1e9);
		}
	}

}
