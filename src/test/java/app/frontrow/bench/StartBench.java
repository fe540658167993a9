package app.frontrow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.LogManager;
import java.util.stream.Stream;

import app.frontrow.RunningProduct;
import app.frontrow.stores.Stores;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures how long the packaged product needs until it answers, and how much memory its
 * process has, idle and after load. Run by {@code script/bench --start}, after
 * {@code script/package}.
 */
public final class StartBench {

	private static final Path FOLDER = Path.of("target", "frontrow");

	private static final int CONCERTS = 8;

	private static final int SHOWS = 40;

	private static final int LOAD_SECONDS = 3;

	private static final List<BenchRequest> PAGES = List.of(BenchRequest.to("/"), BenchRequest.to("/api/v1/concerts"));

	private final Map<String, String> environment;

	private final List<String> options;

	private final int rounds;

	private StartBench(Stores stores, int rounds) throws IOException {
		this.environment = new HashMap<>(stores.environment());
		this.environment.put("FRONTROW_TOKEN_KEY", RunningProduct.TOKEN_KEY);
		this.options = Files.readAllLines(FOLDER.resolve("java.options"))
			.stream()
			.filter((line) -> line.startsWith("-"))
			.toList();
		this.rounds = rounds;
	}

	/**
	 * Runs it.
	 * @param arguments {@code --quick} for one round instead of three
	 * @throws IOException if there is no packaged product
	 */
	public static void main(String[] arguments) throws IOException {
		LogManager.getLogManager().reset();
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
		boolean quick = List.of(arguments).contains("--quick");
		try (Stores stores = Stores.forBench(Path.of(".frontrow"), Path.of("target", "bench", "stores")).open()) {
			StartBench bench = new StartBench(stores, quick ? 1 : 3);
			bench.fill(stores);
			bench.measureStart();
			bench.measureMemory();
		}
	}

	/** Makes a programme, so that pages have something to show. */
	private void fill(Stores stores) {
		try (BenchDatabase database = new BenchDatabase(stores); StartedProduct product = start(this.options)) {
			BenchClient client = new BenchClient(product.url());
			BenchMembers members = new BenchMembers(client, database.jdbc());
			BenchConcerts concerts = new BenchConcerts(client, database.jdbc(), members.administrator());
			for (int i = 1; i <= CONCERTS; i++) {
				concerts.onSale("은하수 투어 " + i, SHOWS);
			}
		}
	}

	/** Each way in turn, so that a busy minute of the machine is shared by all. */
	private void measureStart() {
		Map<String, List<String>> ways = new LinkedHashMap<>();
		ways.put("the jar", List.of("-jar", Path.of("..", "frontrow.jar").toString()));
		ways.put("the folder, no options", List.of("-jar", "frontrow.jar"));
		ways.put("the folder, no cache", withJar(this.options.stream().filter((option) -> !isCache(option)).toList()));
		ways.put("the folder", withJar(this.options));
		Map<String, List<double[]>> figures = new LinkedHashMap<>();
		inRounds(ways, (way) -> {
			try (StartedProduct product = new StartedProduct(FOLDER, ways.get(way), this.environment)) {
				figures.computeIfAbsent(way, (name) -> new ArrayList<>())
					.add(new double[] { product.seconds(), product.cpuSeconds(), product.residentMegabytes() });
			}
		});
		print(figures, "start of", "ready s", "CPU s", "MB");
	}

	private void measureMemory() {
		Map<String, List<String>> ways = new LinkedHashMap<>();
		for (int megabytes : List.of(256, 384, 512)) {
			ways.put("Serial, %d MB".formatted(megabytes), withHeap("-XX:+UseSerialGC", megabytes));
		}
		for (String collector : List.of("G1", "Parallel")) {
			ways.put(collector + ", 384 MB", withHeap("-XX:+Use" + collector + "GC", 384));
		}
		Map<String, List<double[]>> figures = new LinkedHashMap<>();
		inRounds(ways, (way) -> {
			try (StartedProduct product = start(ways.get(way))) {
				figures.computeIfAbsent(way, (name) -> new ArrayList<>()).add(load(product));
			}
		});
		print(figures, "collector and heap", "MB idle", "MB loaded", "page/s", "API/s", "page p99", "API p99");
	}

	private double[] load(StartedProduct product) {
		double idle = product.residentMegabytes();
		List<LoadResult> results = new ArrayList<>();
		for (BenchRequest page : PAGES) {
			WrkLoad load = new WrkLoad(product.url(), "start", List.of(page));
			load.run(LOAD_SECONDS);
			results.add(load.run(LOAD_SECONDS));
		}
		if (results.stream().anyMatch((result) -> result.errors() > 0)) {
			throw new IllegalStateException("Some requests failed");
		}
		return new double[] { idle, product.residentMegabytes(), results.get(0).perSecond(), results.get(1).perSecond(),
				results.get(0).p99(), results.get(1).p99() };
	}

	private void inRounds(Map<String, List<String>> ways, Consumer<String> measurement) {
		for (int round = 0; round < this.rounds; round++) {
			ways.keySet().forEach(measurement);
		}
	}

	private StartedProduct start(List<String> options) {
		return new StartedProduct(FOLDER, withJar(options), this.environment);
	}

	private List<String> withHeap(String collector, int megabytes) {
		return Stream
			.concat(Stream.of(collector, "-Xmx" + megabytes + "m"),
					this.options.stream().filter((option) -> !option.endsWith("GC") && !option.startsWith("-Xmx")))
			.toList();
	}

	private static List<String> withJar(List<String> options) {
		return Stream.concat(options.stream(), Stream.of("-jar", "frontrow.jar")).toList();
	}

	private static boolean isCache(String option) {
		return option.startsWith("-XX:AOTCache=") || option.startsWith("-XX:SharedArchiveFile=");
	}

	private static void print(Map<String, List<double[]>> figures, String... titles) {
		System.out.println("\n| " + String.join(" | ", titles) + " |");
		System.out.println("|---" + "|---:".repeat(titles.length - 1) + "|");
		figures.forEach((name, rounds) -> {
			StringBuilder line = new StringBuilder("| " + name + " |");
			for (int column = 0; column < titles.length - 1; column++) {
				int wanted = column;
				line.append(' ').append(ResultTable.number(Median.of(rounds, (round) -> round[wanted]))).append(" |");
			}
			System.out.println(line);
		});
	}

}
