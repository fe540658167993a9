package app.frontrow.journey;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Programme;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client that a public generator makes from the OpenAPI document plays the eight steps
 * of the main job. Generator and client are a Maven project of their own,
 * {@code src/test/client}; what comes of it stays under {@code target}.
 */
@RunningProduct
class GeneratedClientIT {

	private static final Path BUILD = Path.of("target", "generated-client");

	@Test
	void aGeneratedClientPlaysTheEightSteps(@LocalServerPort int port, @Autowired Programme programme)
			throws Exception {
		long concert = Concerts.onSale(programme, 1);
		Path document = Path.of("target", "client-openapi.json").toAbsolutePath();
		Files.writeString(document, ApiClient.at(port).get("/api/openapi.json").expect(200).response().body());

		run("build", List.of("./mvnw", "-q", "-B", "-ntp", "-f", "src/test/client/pom.xml", "clean", "compile",
				"-Ddocument=" + document));
		String classpath = BUILD.resolve("classes") + File.pathSeparator
				+ Files.readString(BUILD.resolve("classpath")).strip();
		String said = run("run", List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				classpath, "EightSteps", "http://127.0.0.1:" + port, String.valueOf(concert)));

		assertThat(said.lines()).hasSize(9);
	}

	/** What the program said, once it has ended well. */
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
