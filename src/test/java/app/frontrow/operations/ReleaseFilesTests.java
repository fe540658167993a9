package app.frontrow.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files from which an installation is made, as far as they can be checked without
 * Docker.
 */
class ReleaseFilesTests {

	private static final Path COMPOSE = Path.of("docker-compose.yml");

	private static final Pattern MOUNTED_SCRIPT = Pattern.compile("- \\./([^:\\s]+\\.sh):");

	private static final Pattern COMPOSE_VERSION = Pattern.compile("\\$\\{FRONTROW_VERSION:-([^}]*)}");

	private static final Pattern OVERLAY_VERSION = Pattern.compile("newTag: \"([^\"]*)\"");

	private static final Pattern PROJECT_VERSION = Pattern
		.compile("<artifactId>frontrow</artifactId>\\s*<version>([^<]*)</version>");

	/**
	 * The image of MySQL would read another script into its own shell, and that of nginx
	 * would leave it out.
	 */
	@Test
	@DisabledOnOs(OS.WINDOWS)
	@ProvesRule(rule = "Scripts that containers run are executable", brokenBy = "chmod -x ops/mysql/users.sh")
	void scriptsOfContainersAreExecutable() throws IOException {
		List<String> scripts = new ArrayList<>(find(MOUNTED_SCRIPT, COMPOSE));
		assertThat(scripts).contains("ops/mysql/users.sh", "ops/nginx/certificate.sh");
		scripts.addAll(List.of("mvnw", "script/package"));

		assertThat(scripts).allSatisfy((script) -> assertThat(Path.of(script)).isExecutable());
	}

	@Test
	@ProvesRule(rule = "The images have the version of the release",
			brokenBy = "another default in docker-compose.yml, another newTag in an overlay")
	void imagesHaveTheVersionOfTheProject() throws IOException {
		String version = find(PROJECT_VERSION, Path.of("pom.xml")).get(0);

		assertThat(find(COMPOSE_VERSION, COMPOSE)).hasSize(2).containsOnly(version);
		for (String overlay : List.of("small", "large")) {
			assertThat(find(OVERLAY_VERSION, Path.of("ops/kubernetes/overlays", overlay, "kustomization.yaml")))
				.as(overlay)
				.containsExactly(version);
		}
	}

	private static List<String> find(Pattern pattern, Path file) throws IOException {
		return pattern.matcher(Files.readString(file)).results().map((MatchResult found) -> found.group(1)).toList();
	}

}
