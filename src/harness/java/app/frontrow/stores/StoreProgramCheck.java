package app.frontrow.stores;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the program of a store once, before anything depends on it. If the machine lacks
 * something, it names that and the remedy.
 */
final class StoreProgramCheck {

	static final String OTHER_STORES = "Or run other stores, for example with docker compose -f docker-compose.stores.yml,"
			+ " and name them in SPRING_DATASOURCE_URL, _USERNAME, _PASSWORD and SPRING_DATA_REDIS_URL.";

	private static final Pattern MISSING = Pattern.compile("loading shared librar(?:y|ies):? ([\\w.+-]+)");

	private static final Pattern OLD = Pattern.compile("version [`'](GLIBC[\\w.]*|GLIBCXX[\\w.]*)' not found");

	/** Libraries that a small system may lack, with Debian's packages. */
	private static final Map<String, String> PACKAGES = Map.of("libaio.so.1", "libaio1 (libaio1t64 from Debian 13 on)",
			"libcrypt.so.1", "libcrypt1", "libsystemd.so.0", "libsystemd0", "libssl.so.3", "libssl3", "libcrypto.so.3",
			"libssl3", "libncurses.so.6", "libncurses6", "libtinfo.so.6", "libtinfo6", "libstdc++.so.6", "libstdc++6",
			"libnuma.so.1", "libnuma1");

	private StoreProgramCheck() {
	}

	/**
	 * Asks the program for its version.
	 * @param environment that it needs to find its own libraries
	 * @throws StoreProgramException if it does not run
	 */
	static void requireRunnable(Path program, Map<String, String> environment) {
		ProcessBuilder builder = new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true);
		builder.environment().putAll(environment);
		try {
			Process process = builder.start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw explain(program, output);
			}
		}
		catch (IOException failure) {
			throw new StoreProgramException(program.getFileName() + " does not run here: " + failure.getMessage(),
					"It needs a Linux with glibc on x86-64, such as Debian or Ubuntu; Alpine has another C library. "
							+ OTHER_STORES);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static StoreProgramException explain(Path program, String output) {
		Matcher missing = MISSING.matcher(output);
		if (missing.find()) {
			String library = missing.group(1);
			String name = PACKAGES.get(library);
			return new StoreProgramException("%s needs the library %s".formatted(program.getFileName(), library),
					((name != null) ? "On Debian and Ubuntu: apt-get install " + name + ". "
							: "Install the package that has it. ") + OTHER_STORES);
		}
		Matcher old = OLD.matcher(output);
		if (old.find()) {
			return new StoreProgramException(
					"%s needs a newer C library (%s)".formatted(program.getFileName(), old.group(1)),
					"Use a newer release of this system. " + OTHER_STORES);
		}
		return new StoreProgramException("%s does not run here: %s".formatted(program.getFileName(), output.strip()),
				OTHER_STORES);
	}

}
