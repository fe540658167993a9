package app.frontrow.journey;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client generated from the OpenAPI document takes the eight steps. Generator and
 * client are the Maven project {@code src/test/client}.
 */
class GeneratedClientIT extends ProductTest {

	private static final Path BUILD = Path.of("target", "generated-client");

	@Test
	void generatedClientTakesTheEightSteps() throws Exception {
		long concert = ConcertFixture.onSale(this.programme, 1);
		Path document = Path.of("target", "client-openapi.json").toAbsolutePath();
		Files.writeString(document, ApiClient.at(this.port).get("/api/openapi.json").expect(200).response().body());

		run("build", List.of("./mvnw", "-q", "-B", "-ntp", "-f", "src/test/client/pom.xml", "clean", "compile",
				"-Ddocument=" + document));
		String classpath = BUILD.resolve("classes") + File.pathSeparator
				+ Files.readString(BUILD.resolve("classpath")).strip();
		String said = run("run", List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				classpath, "EightSteps", "http://127.0.0.1:" + this.port, String.valueOf(concert)));

		assertThat(said.lines()).hasSize(9);
	}

	/** Returns the output of the program after its success. */
	private static String run(String name, List<String> command) throws Exception {
		Path output = Path.of("target", "generated-client-" + name + ".log");
		ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
		program.environment().put("JAVA_HOME", System.getProperty("java.home"));
		Process process = program.start();
		try {
			assertThat(process.waitFor(10, TimeUnit.MINUTES)).as(name).isTrue();
		}
		finally {
			process.descendants().forEach(ProcessHandle::destroy);
			process.destroy();
		}
		String said = Files.readString(output);
		assertThat(process.exitValue()).as(said).isZero();
		return said;
	}

}
