package app.frontrow.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.logging.LogManager;

import app.frontrow.demo.LargeCatalogueGenerator;
import app.frontrow.stores.Stores;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the packaged product over HTTP, beside its yardsticks. Run by
 * {@code script/bench}.
 */
public final class HttpBench {

	private HttpBench() {
	}

	/**
	 * Runs it; ends with status 1 if a request failed.
	 * @param arguments as {@code script/bench --help} tells
	 */
	public static void main(String[] arguments) throws SQLException {
		LogManager.getLogManager().reset();
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
		BenchOptions options = BenchOptions.of(arguments);
		boolean failed;
		try (Stores stores = Stores.forBench(Path.of(".frontrow"), Path.of("target", "bench", "stores")).open()) {
			if (options.concerts() > 0) {
				LargeCatalogueGenerator.load(stores.jdbcUrl(), stores.jdbcUser(), stores.jdbcPassword(),
						options.concerts(), 1);
			}
			System.out.println("Starting servers, and making concerts and members");
			try (BenchFixture stage = new BenchFixture(options, stores)) {
				failed = measure(options, stage);
			}
		}
		System.exit(failed ? 1 : 0);
	}

	private static boolean measure(BenchOptions options, BenchFixture stage) {
		ResultTable table = new ResultTable(System.out);
		if (options.has("table")) {
			stage.costs().measureIdle();
			new ReadBench(options, stage, table).run();
			new PurchaseBench(options, stage, table).run();
			table.print();
		}
		if (options.has("smooth")) {
			LoadResult far = new WrkLoadGenerator(stage.product().url(), "smooth", stage.crowd().farPolls())
				.run(options.roundSeconds() * options.rounds());
			System.out.printf("smooth: p99 of the far poll is %.1f times its p50%n", far.p99() / far.p50());
		}
		if (options.has("crowd")) {
			new CrowdBench(stage, options).run(System.out);
		}
		if (options.has("people")) {
			new VirtualUserBench(stage, options.peopleSeconds()).run(System.out);
		}
		if (options.has("table") && table.isEmpty()) {
			System.err.println("There are no such lines, see script/bench --help");
			return true;
		}
		if (table.hasErrors()) {
			System.err.println("Some requests failed");
		}
		return table.hasErrors();
	}

}
