package app.frontrow.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import app.frontrow.RunningProduct;
import app.frontrow.bench.bare.BareApplication;
import app.frontrow.stores.Stores;

/**
 * Starts what is measured: the packaged product, and the bare endpoint beside it.
 */
final class BenchServerLauncher {

	/**
	 * Limits and bounds that no round reaches. A queue lets in one member, who stays; 720
	 * places behind the front are near.
	 */
	private static final Map<String, String> SETTINGS = Map.ofEntries(
			Map.entry("FRONTROW_TOKEN_KEY", RunningProduct.TOKEN_KEY),
			Map.entry("FRONTROW_SECOND_FACTOR_REQUIRED", "false"),
			Map.entry("FRONTROW_LIMITS_FAILED_LOG_INS", "10000000"), Map.entry("FRONTROW_LIMITS_SIGN_UPS", "10000000"),
			Map.entry("FRONTROW_LIMITS_ACTIONS", "10000000"), Map.entry("FRONTROW_LIMITS_SEARCHES", "10000000"),
			Map.entry("FRONTROW_QUEUE_CAPACITY", "1"), Map.entry("FRONTROW_QUEUE_ADMISSIONS_PER_SECOND", "0.1"),
			Map.entry("FRONTROW_QUEUE_CLAIM", "1h"), Map.entry("FRONTROW_QUEUE_PASS", "2h"),
			Map.entry("FRONTROW_QUEUE_ABSENCE", "30m"), Map.entry("FRONTROW_RESERVATIONS_HOLD", "1h"),
			Map.entry("FRONTROW_WALLET_MAX_BALANCE", "1000000000000"));

	/** Libraries that the bare endpoint does without: stores, pages, tests. */
	private static final Pattern NOT_BARE = Pattern.compile(".*(jdbc|jpa|hibernate|flyway|redis|lettuce|session|"
			+ "modulith|springdoc|htmx|thymeleaf|actuator|micrometer-core|micrometer-jakarta|boot-micrometer|data-|transaction|persistence|-test|"
			+ "spring-boot-cache|spring-orm|oauth2).*");

	private BenchServerLauncher() {
	}

	/**
	 * Starts the product from its folder, as operators do.
	 * @param jar is extracted into the folder
	 */
	static ServerProcess product(Path jar, Stores stores) {
		Path folder = extract(jar);
		Map<String, String> environment = new HashMap<>(SETTINGS);
		environment.putAll(stores.environment());
		return ServerProcess.start("product", List.of("-jar", folder.resolve(jar.getFileName()).toString()),
				environment, "/actuator/health");
	}

	private static Path extract(Path jar) {
		Path folder = Path.of("target", "bench", "product");
		try {
			int status = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", folder.toString())
				.inheritIO()
				.start()
				.waitFor();
			if (status != 0) {
				throw new IllegalStateException("The jar cannot be extracted into " + folder);
			}
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static ServerProcess bareEndpoint() {
		String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> entry.endsWith("test-classes")
					|| (entry.endsWith(".jar") && !NOT_BARE.matcher(Path.of(entry).getFileName().toString()).matches()))
			.collect(Collectors.joining(File.pathSeparator));
		return ServerProcess.start("bare", List.of("-cp", path, BareApplication.class.getName()),
				Map.of("SPRING_THREADS_VIRTUAL_ENABLED", "true", "SPRING_MAIN_BANNER_MODE", "off"),
				BareApplication.PATH);
	}

}
