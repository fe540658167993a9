package app.frontrow.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Compares far polls, seats and payments while 500 members log in at once with the same
 * while nobody does.
 */
final class CrowdBench {

	private static final int SECONDS = 4;

	private final BenchStage stage;

	CrowdBench(BenchStage stage) {
		this.stage = stage;
	}

	void run(PrintStream out) {
		out.printf("%n%d log-ins arrive at once%n", this.stage.accounts().size());
		wrk(out, "far-poll", this.stage.crowd().farPolls());
		wrk(out, "seats", this.stage.viewers().seatsByApi());
		Buyers buyers = this.stage.buyers();
		compare(out, "pay", () -> {
			buyers.join();
			buyers.topUp();
			buyers.awaitTurns();
			buyers.hold();
		}, buyers::pay, buyers::cancel);
	}

	private void wrk(PrintStream out, String name, List<BenchRequest> requests) {
		WrkLoad load = new WrkLoad(this.stage.product().url(), name, requests);
		compare(out, name, () -> load.run(1), () -> load.run(SECONDS), () -> {
		});
	}

	private void compare(PrintStream out, String name, Runnable before, Supplier<LoadResult> load, Runnable after) {
		before.run();
		LoadResult calm = load.get();
		after.run();
		before.run();
		CompletableFuture<LoadResult> logIns = CompletableFuture.supplyAsync(this::logIns);
		LoadResult crowded = load.get();
		boolean throughout = !logIns.isDone();
		LoadResult rush = logIns.join();
		after.run();
		out.printf(
				"%-10s %s requests/s, p99 %s ms; with the crowd %s requests/s (%.2f), p99 %s ms, %d errors;"
						+ " the log-ins took %s s%s, %d failed%n",
				name, ResultTable.number(calm.perSecond()), ResultTable.number(calm.p99()),
				ResultTable.number(crowded.perSecond()), crowded.perSecond() / calm.perSecond(),
				ResultTable.number(crowded.p99()), crowded.errors(), ResultTable.number(rush.seconds()),
				throughout ? "" : " and were over before", rush.errors());
	}

	private LoadResult logIns() {
		List<String> accounts = this.stage.accounts();
		return Workers.measure(accounts.size(), accounts.size(),
				(i) -> this.stage.members().tryLogIn(accounts.get(i)).isSuccess());
	}

}
