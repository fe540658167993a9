package app.frontrow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import app.frontrow.RunningProduct;
import app.frontrow.stores.Stores;

/**
 * The folder that {@code script/package} makes, to be started with several options.
 */
final class PackagedProduct {

	private static final Path FOLDER = Path.of("target", "frontrow");

	private final Map<String, String> environment;

	private final List<String> options;

	PackagedProduct(Stores stores) throws IOException {
		this.environment = new HashMap<>(stores.environment());
		this.environment.put("FRONTROW_TOKEN_KEY", RunningProduct.TOKEN_KEY);
		this.environment.put("FRONTROW_SECOND_FACTOR_REQUIRED", "false");
		this.options = Files.readAllLines(FOLDER.resolve("java.options"))
			.stream()
			.filter((line) -> line.startsWith("-"))
			.toList();
	}

	/** The options that come with it. */
	List<String> options() {
		return this.options;
	}

	List<String> optionsWithoutCache() {
		return this.options.stream()
			.filter((option) -> !option.startsWith("-XX:AOTCache=") && !option.startsWith("-XX:SharedArchiveFile="))
			.toList();
	}

	/** The options with another collector and another heap, in MB. */
	List<String> optionsWith(String collector, int heap) {
		return Stream
			.concat(Stream.of("-XX:+Use" + collector + "GC", "-Xmx" + heap + "m"),
					this.options.stream().filter((option) -> !option.endsWith("GC") && !option.startsWith("-Xmx")))
			.toList();
	}

	/** Options of the JVM, and the jar to run. */
	static List<String> withJar(List<String> options) {
		return Stream.concat(options.stream(), Stream.of("-jar", "frontrow.jar")).toList();
	}

	MeasuredProductProcess start(List<String> options) {
		return run(withJar(options));
	}

	/** Starts it with these arguments of {@code java}; returns when it answers. */
	MeasuredProductProcess run(List<String> arguments) {
		return new MeasuredProductProcess(FOLDER, arguments, this.environment);
	}

}
