package app.frontrow.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.frontrow.bench.bare.BareApplication;

/**
 * Measures everything that only reads, beside the bare endpoint.
 */
final class ReadBench {

	private static final String BARE = "bare";

	/** {@code 은하수}, which every concert has in its title. */
	private static final String SEARCH = "%EC%9D%80%ED%95%98%EC%88%98";

	private static final int COST_SAMPLES = 200;

	private final BenchOptions options;

	private final BenchFixture stage;

	private final ResultTable table;

	private final WrkLoadGenerator bare;

	ReadBench(BenchOptions options, BenchFixture stage, ResultTable table) {
		this.options = options;
		this.stage = stage;
		this.table = table;
		this.bare = new WrkLoadGenerator(stage.bare().url(), BARE, List.of(BenchRequest.to(BareApplication.PATH)));
	}

	void run() {
		Map<String, List<BenchRequest>> wanted = requests();
		wanted.keySet().removeIf((name) -> !this.options.measures(name));
		if (wanted.isEmpty() && !this.options.measures(BARE)) {
			return;
		}
		WarmUpRunner.reach(this.options.warmUps(), () -> this.bare.run(this.options.roundSeconds()));
		BenchResultLine yardstick = new BenchResultLine(BARE, null);
		if (wanted.isEmpty()) {
			yardstick.add(this.bare.run(this.options.roundSeconds()));
		}
		wanted.forEach((name, requests) -> measure(name, requests, yardstick));
		this.table.add(yardstick);
	}

	private Map<String, List<BenchRequest>> requests() {
		Map<String, List<BenchRequest>> requests = new LinkedHashMap<>();
		requests.put("far-poll", this.stage.crowd().farPolls());
		requests.put("near-poll", this.stage.crowd().nearPolls());
		requests.put("far-poll-page", this.stage.crowd().farFragments());
		requests.put("near-poll-page", this.stage.crowd().nearFragments());
		requests.put("concerts", List.of(BenchRequest.to("/api/v1/concerts")));
		requests.put("search", List.of(BenchRequest.to("/api/v1/concerts?q=" + SEARCH)));
		requests.put("home-page", List.of(BenchRequest.to("/")));
		requests.put("search-page", List.of(BenchRequest.to("/?q=" + SEARCH)));
		requests.put("concert-page", List.of(BenchRequest.to("/concerts/" + this.stage.viewers().concert())));
		requests.put("seats", this.stage.viewers().seatsByApi());
		requests.put("seats-page", this.stage.viewers().seatsPage());
		requests.put("seat-states", this.stage.viewers().seatStates(this.stage.client()));
		requests.put("dates-page", this.stage.viewers().datesPage());
		requests.put("balance", this.stage.viewers().balance());
		requests.put("reservations", this.stage.viewers().reservations());
		return requests;
	}

	private void measure(String name, List<BenchRequest> requests, BenchResultLine yardstick) {
		int seconds = this.options.roundSeconds();
		requireSuccess(requests);
		WrkLoadGenerator load = new WrkLoadGenerator(this.stage.product().url(), name, requests);
		WarmUpRunner.reach(this.options.warmUps(), () -> load.run(seconds));
		BenchResultLine line = new BenchResultLine(name, BARE);
		for (int round = 0; round < this.options.rounds(); round++) {
			LoadResult beside = this.bare.run(seconds);
			yardstick.add(beside);
			line.add(load.run(seconds), beside);
		}
		line.cost(this.stage.costs()
			.measure(COST_SAMPLES, (i) -> this.stage.client().get(requests.get(i % requests.size())).isSuccess()));
		requireSuccess(requests);
		this.table.add(line);
	}

	/** A redirect is no error for wrk, and no answer for us. */
	private void requireSuccess(List<BenchRequest> requests) {
		requests.stream().limit(16).forEach((request) -> this.stage.client().get(request).expectSuccess());
	}

}
