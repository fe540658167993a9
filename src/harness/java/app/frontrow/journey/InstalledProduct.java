package app.frontrow.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.util.DigestUtils;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged product as operators install it: a folder with its libraries and, from
 * Java 25 on, a cache of classes. An instance starts from it with half of the processor
 * time. The folder is made once per build. JVMs that run tests at the same time share it.
 */
final class InstalledProduct {

	/** The packaged jar. */
	static final Path JAR = Path.of("target", "frontrow.jar");

	private static final Path HOME = Path.of("target", "installed");

	private static final Path FOLDER = HOME.resolve("frontrow");

	private static final Path LOG = HOME.resolve("training.log");

	private static final String CACHE = "frontrow.aot";

	private static final List<String> OPTIONS = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
			"-Dfile.encoding=UTF-8");

	private static String digest;

	private InstalledProduct() {
	}

	/**
	 * Returns a process of the product that is not started yet. The first call makes the
	 * folder. For the cache it starts the product once, on the stores of the environment.
	 * @param environment of the process
	 */
	static synchronized ProcessBuilder prepare(Map<String, String> environment) {
		try {
			Files.createDirectories(HOME);
			// closing the channel ends the lock
			try (FileChannel channel = FileChannel.open(HOME.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE)) {
				channel.lock();
				install(environment);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		boolean cached = Files.exists(FOLDER.resolve(CACHE));
		return process(cached ? List.of("-XX:AOTCache=" + CACHE) : List.of(), environment);
	}

	/** Returns a process of another release that is not started yet. */
	static ProcessBuilder prepareRelease(Path jar, Map<String, String> environment) {
		return process(List.of(), jar.toAbsolutePath().toString(), environment)
			.directory(HOME.toAbsolutePath().getParent().toFile());
	}

	/**
	 * Its bytes tell two builds apart. Their times do not: each build sets the same one.
	 */
	private static String digest() throws IOException {
		if (digest == null) {
			try (InputStream bytes = Files.newInputStream(JAR)) {
				digest = DigestUtils.md5DigestAsHex(bytes);
			}
		}
		return digest;
	}

	private static void install(Map<String, String> environment) throws IOException {
		String jar = JAR.toAbsolutePath() + " " + digest() + " " + java();
		Path made = FOLDER.resolve("made-from");
		if (Files.exists(made) && Files.readString(made).equals(jar)) {
			return;
		}
		FileSystemUtils.deleteRecursively(FOLDER);
		run(new ProcessBuilder(java(), "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination",
				FOLDER.toString()));
		if (Runtime.version().feature() >= 25) {
			run(process(List.of("-XX:AOTCacheOutput=" + CACHE, "-Dspring.context.exit=onRefresh"), environment));
		}
		Files.writeString(made, jar);
	}

	private static ProcessBuilder process(List<String> more, Map<String, String> environment) {
		return process(more, "frontrow.jar", environment);
	}

	private static ProcessBuilder process(List<String> more, String jar, Map<String, String> environment) {
		List<String> command = new ArrayList<>(List.of(java()));
		Stream.of(OPTIONS, more, List.of("-jar", jar)).forEach(command::addAll);
		ProcessBuilder builder = new ProcessBuilder(command).directory(FOLDER.toFile());
		builder.environment().putAll(environment);
		return builder;
	}

	private static void run(ProcessBuilder builder) throws IOException {
		Process process = builder.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
			.start();
		try {
			if (process.waitFor() != 0) {
				throw new IllegalStateException("The product cannot be installed, see " + LOG);
			}
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** The program of the JDK that runs the tests. */
	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

}
