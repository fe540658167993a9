package app.frontrow.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;

import app.frontrow.stores.Stores;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures how long the packaged product needs until it answers, and how much memory its
 * process has. Run by {@code script/bench --start}, after {@code script/package}.
 */
public final class StartBench {

	private static final int CONCERTS = 8;

	private static final int SHOWS = 40;

	private final PackagedProduct product;

	private final int rounds;

	private StartBench(PackagedProduct product, int rounds) {
		this.product = product;
		this.rounds = rounds;
	}

	/**
	 * Runs it.
	 * @param arguments {@code --quick} for one round instead of five
	 * @throws IOException if there is no packaged product
	 */
	public static void main(String[] arguments) throws IOException {
		LogManager.getLogManager().reset();
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
		boolean quick = List.of(arguments).contains("--quick");
		try (Stores stores = Stores.forBench(Path.of(".frontrow"), Path.of("target", "bench", "stores")).open()) {
			PackagedProduct product = new PackagedProduct(stores);
			StartBench bench = new StartBench(product, quick ? 1 : 5);
			bench.fill(stores);
			bench.run().print();
			new MemoryBench(product, quick ? 1 : 4, quick ? 1 : 5).run().print();
		}
	}

	/** Makes a programme, so that pages have something to show. */
	private void fill(Stores stores) {
		try (BenchDatabase database = new BenchDatabase(stores);
				MeasuredProductProcess started = this.product.start(this.product.options())) {
			BenchClient client = new BenchClient(started.url());
			BenchMemberFactory members = new BenchMemberFactory(client, database.jdbc());
			BenchConcertClient concerts = new BenchConcertClient(client, database.jdbc(), members.administrator());
			for (int i = 1; i <= CONCERTS; i++) {
				concerts.onSale("은하수 투어 " + i, SHOWS);
			}
		}
	}

	/** Each way in turn, so that a busy minute of the machine is shared by all. */
	private FigureTable run() {
		Map<String, List<String>> ways = new LinkedHashMap<>();
		ways.put("the jar", List.of("-jar", "../frontrow.jar"));
		ways.put("the folder, no options", PackagedProduct.withJar(List.of()));
		ways.put("the folder, no cache", PackagedProduct.withJar(this.product.optionsWithoutCache()));
		ways.put("the folder", PackagedProduct.withJar(this.product.options()));
		FigureTable table = new FigureTable("start of", "ready s", "CPU s", "MB");
		for (int round = 0; round < this.rounds; round++) {
			ways.forEach((way, arguments) -> {
				try (MeasuredProductProcess started = this.product.run(arguments)) {
					table.add(way, started.seconds(), started.cpuSeconds(), started.residentMegabytes());
				}
			});
		}
		return table;
	}

}
