package app.frontrow.bench;

import java.io.PrintStream;
import java.util.Collections;
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
		try (SimultaneousClient client = new SimultaneousClient(this.stage.product().url(), PEOPLE)) {
			for (int i = 0; i < WARM_UP_ROUNDS; i++) {
				read(client);
			}
			this.steps.clear();
			long end = System.nanoTime() + this.seconds * 1_000_000_000L;
			while (System.nanoTime() < end) {
				step("sign-up").addAll(signUpAll());
				read(client);
			}
		}
		out.printf("%n%d people in step for %d s%n", PEOPLE, this.seconds);
		this.steps.forEach((name, step) -> out.println(step.describe(name)));
		Step reads = new Step();
		this.steps.forEach((name, step) -> reads.addAll(name.equals("sign-up") ? new Step() : step));
		out.println(reads.describe("all but sign-up"));
	}

	private void read(SimultaneousClient client) {
		List<BenchRequest> concerts = Collections.nCopies(PEOPLE, BenchRequest.to("/api/v1/concerts"));
		step("concerts").addAll(client.send(concerts));
		step("balance").addAll(client.send(requests("/api/v1/wallet")));
		step("reservations").addAll(client.send(requests("/api/v1/reservations")));
	}

	private List<BenchRequest> requests(String path) {
		return this.people.stream().map((member) -> new BenchRequest(path, member.api())).toList();
	}

	private Step step(String name) {
		return this.steps.computeIfAbsent(name, (key) -> new Step());
	}

	private double[] signUpAll() {
		double[] millis = new double[PEOPLE];
		LoadWorkers.measure(PEOPLE, PEOPLE, (i) -> {
			long from = System.nanoTime();
			boolean success = signUp();
			millis[i] = (System.nanoTime() - from) / (success ? 1e6 : -1e6);
			return success;
		});
		return millis;
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

		/** Adds times in milliseconds; those of failures are negative. */
		void addAll(double[] millis) {
			for (double time : millis) {
				this.requests++;
				this.errors += (time < 0) ? 1 : 0;
				this.total += Math.abs(time);
				this.longest = Math.max(this.longest, Math.abs(time));
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
