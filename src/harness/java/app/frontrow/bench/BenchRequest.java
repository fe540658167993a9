package app.frontrow.bench;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A GET request.
 *
 * @param path with its query
 * @param headers besides those of the client itself
 */
record BenchRequest(String path, Map<String, String> headers) {

	static BenchRequest to(String path) {
		return new BenchRequest(path, Map.of());
	}

	/** The form that {@code requests.lua} reads: parts separated by tabs. */
	String line() {
		return this.path + this.headers.entrySet()
			.stream()
			.map((header) -> "\t" + header.getKey() + "\t" + header.getValue())
			.collect(Collectors.joining());
	}

}
