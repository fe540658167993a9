package app.frontrow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table in docs/settings.md has a row for every setting of the product, with its
 * environment variable and its default value, and no row for a setting that is gone.
 */
class SettingsDocTests {

	/** The first name in the first column of a row. */
	private static final Pattern FIRST_NAME = Pattern.compile("^\\| `([a-z][a-z0-9.-]+)`");

	@ParameterizedTest
	@MethodSource("settings")
	void everySettingHasARow(String name) throws IOException {
		String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
		String start = "| `" + name + "` | `" + variable + "` | ";
		List<String> rows = rows().filter((line) -> line.startsWith(start)).toList();

		assertThat(rows).as("rows that start with %s", start).hasSize(1);
		Object value = defaults().getProperty(name);
		if (value != null) {
			assertThat(rows.get(0).replaceAll("(?<=\\d),(?=\\d)", "")).contains("(" + value + ")");
		}
	}

	@Test
	void everyRowIsASetting() throws IOException {
		List<String> rows = rows().map(FIRST_NAME::matcher).filter(Matcher::find).map((row) -> row.group(1)).toList();

		assertThat(rows).hasSizeGreaterThan(40).isSubsetOf(described().toList());
	}

	private static Stream<String> rows() throws IOException {
		return Files.readAllLines(Path.of("docs", "settings.md")).stream();
	}

	static Stream<String> settings() throws IOException {
		List<String> settings = described().filter((name) -> name.startsWith("frontrow.")).toList();
		assertThat(settings).contains("frontrow.token-key", "frontrow.queue.capacity");
		return settings.stream();
	}

	/**
	 * The settings of the product and of its libraries. The compiler has described those
	 * of the product from their records.
	 */
	private static Stream<String> described() throws IOException {
		Resource[] files = new PathMatchingResourcePatternResolver()
			.getResources("classpath*:META-INF/spring-configuration-metadata.json");
		return Stream.of(files)
			.flatMap((file) -> StreamSupport.stream(read(file).path("properties").spliterator(), false))
			.map((property) -> property.get("name").asString());
	}

	private static JsonNode read(Resource file) {
		try (InputStream metadata = file.getInputStream()) {
			return JsonMapper.shared().readTree(metadata);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static PropertySource<?> defaults() throws IOException {
		return new YamlPropertySourceLoader().load("defaults", new ClassPathResource("application.yml")).get(0);
	}

}
