package app.frontrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When {@code script/server} builds, and when it makes its cache anew.
 */
@DisabledOnOs(OS.WINDOWS)
class StartScriptsTests {

	private static final Path SCRIPTS = Path.of("script", "lib").toAbsolutePath();

	private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

	@TempDir
	private Path folder;

	@BeforeEach
	void build() throws IOException {
		write("pom.xml", BUILT.minusSeconds(1));
		write("src/main/Some.java", BUILT.minusSeconds(1));
		write("lib one.jar", BUILT);
		write("lib2.jar", BUILT);
		Files.writeString(this.folder.resolve("classpath"), "lib one.jar:lib2.jar");
		write("built", BUILT);
		for (String folder : new String[] { "src/main", "src" }) {
			setTime(this.folder.resolve(folder), BUILT.minusSeconds(1));
		}
	}

	@Test
	void unchangedSourcesAreNotBuiltAgain() throws Exception {
		assertThat(holds("is_newer built pom.xml src")).isTrue();
	}

	@Test
	void changedSourceIsBuilt() throws Exception {
		write("src/main/Some.java", BUILT.plusMillis(10));

		assertThat(holds("is_newer built pom.xml src")).isFalse();
	}

	@Test
	void deletedSourceIsBuilt() throws Exception {
		Files.delete(this.folder.resolve("src/main/Some.java"));

		assertThat(holds("is_newer built pom.xml src")).isFalse();
	}

	@Test
	void firstStartBuilds() throws Exception {
		Files.delete(this.folder.resolve("built"));

		assertThat(holds("is_newer built pom.xml src")).isFalse();
	}

	@Test
	void missingLibraryIsFetchedAgain() throws Exception {
		assertThat(holds("has_libraries classpath")).isTrue();

		Files.delete(this.folder.resolve("lib2.jar"));

		assertThat(holds("has_libraries classpath")).isFalse();
	}

	@Test
	void cacheOfAnotherJdkIsNotUsed() throws Exception {
		run("jdk_key >key");
		assertThat(holds("is_cached key")).isTrue();

		assertThat(holds("JAVA_HOME=/another; is_cached key")).isFalse();
	}

	@Test
	void cacheIsMadeAgainAfterAJdkUpgrade() throws Exception {
		Files.createDirectory(this.folder.resolve("jdk"));
		Files.writeString(this.folder.resolve("jdk/release"), "JAVA_RUNTIME_VERSION=25.0.1");
		run("JAVA_HOME=jdk; jdk_key >key");
		assertThat(holds("JAVA_HOME=jdk; is_cached key")).isTrue();

		Files.writeString(this.folder.resolve("jdk/release"), "JAVA_RUNTIME_VERSION=25.0.2");

		assertThat(holds("JAVA_HOME=jdk; is_cached key")).isFalse();
	}

	@Test
	void missingCacheIsNotUsed() throws Exception {
		assertThat(holds("is_cached key")).isFalse();
	}

	@Test
	void eachJdkGetsOnlyOptionsItSupports() throws Exception {
		assertThat(run("JAVA_MAJOR=17; cache_reading $(cache_file demo)").strip())
			.isEqualTo("-XX:SharedArchiveFile=demo.jsa");
		assertThat(run("JAVA_MAJOR=25; cache_reading $(cache_file demo)").strip()).isEqualTo("-XX:AOTCache=demo.aot");
	}

	private void write(String name, Instant changed) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, "");
		setTime(file, changed);
	}

	private static void setTime(Path file, Instant changed) throws IOException {
		Files.setLastModifiedTime(file, FileTime.from(changed));
	}

	private boolean holds(String condition) throws Exception {
		return run("if " + condition + "; then echo yes; fi").contains("yes");
	}

	/** Runs a command line with the functions of the scripts. */
	private String run(String command) throws Exception {
		ProcessBuilder builder = new ProcessBuilder("sh", "-euc",
				". '%1$s/build.sh'; . '%1$s/cache.sh'; %2$s".formatted(SCRIPTS, command));
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		Process shell = builder.directory(this.folder.toFile()).redirectErrorStream(true).start();
		String output = new String(shell.getInputStream().readAllBytes());
		assertThat(shell.waitFor()).as(output).isZero();
		return output;
	}

}
