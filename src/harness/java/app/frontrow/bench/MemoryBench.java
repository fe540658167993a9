package app.frontrow.bench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the memory of the product's process with several heaps and collectors, idle
 * and under load. All processes run at the same time and are under load in turn.
 */
final class MemoryBench {

	private static final int LOAD_SECONDS = 3;

	private static final List<String> PAGES = List.of("/", "/api/v1/concerts");

	private final PackagedProduct product;

	private final int warmUps;

	private final int rounds;

	MemoryBench(PackagedProduct product, int warmUps, int rounds) {
		this.product = product;
		this.warmUps = warmUps;
		this.rounds = rounds;
	}

	FigureTable run() {
		Map<String, MeasuredProductProcess> processes = new LinkedHashMap<>();
		try {
			for (int heap : List.of(256, 384, 512)) {
				start(processes, "Serial", heap);
			}
			start(processes, "G1", 384);
			start(processes, "Parallel", 384);
			return measure(processes);
		}
		finally {
			processes.values().forEach(MeasuredProductProcess::close);
		}
	}

	private void start(Map<String, MeasuredProductProcess> processes, String collector, int heap) {
		processes.put("%s, %d MB".formatted(collector, heap),
				this.product.start(this.product.optionsWith(collector, heap)));
	}

	private FigureTable measure(Map<String, MeasuredProductProcess> processes) {
		Map<String, Double> idle = new HashMap<>();
		processes.forEach((name, process) -> idle.put(name, process.residentMegabytes()));
		for (int round = 0; round < this.warmUps; round++) {
			processes.values().forEach(MemoryBench::load);
		}
		FigureTable table = new FigureTable("collector and heap", "MB idle", "MB loaded", "page/s", "page p99", "API/s",
				"API p99");
		for (int round = 0; round < this.rounds; round++) {
			processes.forEach((name, process) -> {
				List<LoadResult> load = load(process);
				table.add(name, idle.get(name), process.residentMegabytes(), load.get(0).perSecond(), load.get(0).p99(),
						load.get(1).perSecond(), load.get(1).p99());
			});
		}
		return table;
	}

	private static List<LoadResult> load(MeasuredProductProcess process) {
		List<LoadResult> results = PAGES.stream()
			.map((page) -> new WrkLoadGenerator(process.url(), "start", List.of(BenchRequest.to(page)))
				.run(LOAD_SECONDS))
			.toList();
		if (results.stream().anyMatch((result) -> result.errors() > 0)) {
			throw new IllegalStateException("Some requests failed");
		}
		return results;
	}

}
