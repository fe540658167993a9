package app.frontrow.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Fifty virtual users who do the same steps at the same time, again and again.
 */
final class VirtualUserBench {

	private static final int PEOPLE = 50;

	private static final int WARM_UP_ROUNDS = 300;

	private final BenchFixture stage;

	private final int seconds;

	private final List<LoggedInMember> people;

	private final Map<String, Step> steps = new LinkedHashMap<>();

	VirtualUserBench(BenchFixture stage, int seconds) {
		this.stage = stage;
		this.seconds = seconds;
		this.people = stage.members().loggedIn(PEOPLE);
	}

	void run(PrintStream out) {
		for (int i = 0; i < WARM_UP_ROUNDS; i++) {
			read();
		}
		this.steps.clear();
		long end = System.nanoTime() + this.seconds * 1_000_000_000L;
		while (System.nanoTime() < end) {
			step("sign-up", (i) -> signUp());
			read();
		}
		out.printf("%n%d people in step for %d s%n", PEOPLE, this.seconds);
		this.steps.forEach((name, step) -> out.println(step.describe(name)));
		Step reads = new Step();
		this.steps.forEach((name, step) -> reads.addAll(name.equals("sign-up") ? new Step() : step));
		out.println(reads.describe("all but sign-up"));
	}

	private void read() {
		step("concerts", (i) -> get("/api/v1/concerts", Map.of()));
		step("balance", (i) -> get("/api/v1/wallet", this.people.get(i).api()));
		step("reservations", (i) -> get("/api/v1/reservations", this.people.get(i).api()));
	}

	private void step(String name, LoadWorkers.Operation operation) {
		this.steps.computeIfAbsent(name, (key) -> new Step()).run(operation);
	}

	private boolean get(String path, Map<String, String> headers) {
		return this.stage.client().get(new BenchRequest(path, headers)).isSuccess();
	}

	private boolean signUp() {
		String username = "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
		return this.stage.client().post("/api/v1/members", Map.of(), BenchMemberFactory.signUp(username)).isSuccess();
	}

	/** All times of one step. */
	private static final class Step {

		private long requests;

		private long errors;

		private double total;

		private double longest;

		void run(LoadWorkers.Operation operation) {
			double[] millis = new double[PEOPLE];
			LoadResult load = LoadWorkers.measure(PEOPLE, PEOPLE, (i) -> {
				long from = System.nanoTime();
				try {
					return operation.run(i);
				}
				finally {
					millis[i] = (System.nanoTime() - from) / 1e6;
				}
			});
			this.requests += load.requests();
			this.errors += load.errors();
			for (double time : millis) {
				this.total += time;
				this.longest = Math.max(this.longest, time);
			}
		}

		void addAll(Step other) {
			this.requests += other.requests;
			this.errors += other.errors;
			this.total += other.total;
			this.longest = Math.max(this.longest, other.longest);
		}

		String describe(String name) {
			return String.format("%-16s %,8d requests, %.2f %% succeeded, mean %s ms, longest %s ms", name,
					this.requests, 100.0 * (this.requests - this.errors) / Math.max(1, this.requests),
					ResultTable.number(this.total / Math.max(1, this.requests)), ResultTable.number(this.longest));
		}

	}

}
