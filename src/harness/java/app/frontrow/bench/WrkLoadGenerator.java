package app.frontrow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Load by {@code wrk}: 32 connections that send a list of requests in turn.
 */
final class WrkLoadGenerator {

	private static final Path SCRIPT = Path.of("script", "lib", "bench", "requests.lua");

	private static final String RESULT = "result ";

	private final String base;

	private final Path list;

	/**
	 * Load on a server.
	 * @param base its URL
	 * @param name of the file that the requests go to
	 * @param requests which are sent in turn
	 */
	WrkLoadGenerator(String base, String name, List<BenchRequest> requests) {
		this.base = base;
		this.list = Path.of("target", "bench", name + ".requests");
		try {
			Files.createDirectories(this.list.getParent());
			Files.write(this.list, requests.stream().map(BenchRequest::line).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	LoadResult run(int seconds) {
		List<String> command = List.of("wrk", "-t2", "-c32", "-d" + seconds + "s", "--timeout", "10s", "-s",
				SCRIPT.toString(), this.base, "--", this.list.toString());
		try {
			Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
			String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return output.lines()
				.filter((line) -> line.startsWith(RESULT))
				.map(WrkLoadGenerator::parse)
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("wrk failed:\n" + output));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The script ends with: requests, microseconds, p50, p99, errors. */
	private static LoadResult parse(String line) {
		String[] values = line.substring(RESULT.length()).trim().split(" ");
		return new LoadResult(Long.parseLong(values[0]), Double.parseDouble(values[1]) / 1e6,
				Double.parseDouble(values[2]) / 1e3, Double.parseDouble(values[3]) / 1e3, Long.parseLong(values[4]));
	}

}
