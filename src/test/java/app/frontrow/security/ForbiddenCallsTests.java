package app.frontrow.security;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import app.frontrow.rules.ProvesRule;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the product never does, so that nobody's input can make it do so: start programs,
 * run text as code, read foreign objects, call other servers, or keep secrets with
 * anything weak.
 */
class ForbiddenCallsTests {

	private static final JavaClasses PRODUCT = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("app.frontrow");

	private static final Path SOURCES = Path.of("src", "main", "java");

	@Test
	void startsNoProgram() {
		noClasses().should()
			.dependOnClassesThat()
			.belongToAnyOf(ProcessBuilder.class, Process.class)
			.orShould()
			.callMethod(Runtime.class, "exec", String.class)
			.check(PRODUCT);
	}

	@Test
	void runsNoTextAsCode() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("javax.script..", "org.springframework.expression..", "ognl..")
			.check(PRODUCT);
	}

	@Test
	void readsNoForeignObjectsDirectoriesOrMarkup() {
		// sessions hold a few known types
		noClasses().that()
			.doNotHaveFullyQualifiedName("app.frontrow.members.SessionValueSerializer")
			.should()
			.dependOnClassesThat()
			.belongToAnyOf(ObjectInputStream.class)
			.check(PRODUCT);
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("javax.naming..", "javax.xml..", "org.xml..", "org.w3c..", "org.springframework.ldap..")
			.check(PRODUCT);
	}

	@Test
	void callsNoOtherServer() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.net.http..", "org.springframework.web.client..", "org.springframework.mail..",
					"jakarta.mail..")
			.orShould()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.net.URLConnection")
			.orShould()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.net.Socket")
			.check(PRODUCT);
	}

	@Test
	void readsAndWritesNoFiles() {
		noClasses().should()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.nio.file.Files")
			.orShould()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.io.File")
			.orShould()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.web.multipart..")
			.check(PRODUCT);
	}

	@Test
	void chanceThatMattersIsSecure() {
		noClasses().that()
			.haveNameNotMatching("app\\.frontrow\\.catalogue\\.web\\.Poster.*")
			.should()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.util.Random")
			.orShould()
			.callMethod(Math.class, "random")
			.check(PRODUCT);
		noClasses().that()
			.haveNameNotMatching(
					"app\\.frontrow\\.(waitingroom\\.queue\\.(QueueTick|PollPace)|shared\\.Transactions).*")
			.should()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
			.check(PRODUCT);
	}

	@Test
	@ProvesRule(rule = "No weak hash is used", brokenBy = "using SHA-1")
	void nothingWeakHidesOrSigns() throws IOException {
		assertThat(linesWith("\"(MD[245]|SHA-?1|DES(ede)?(/.*)?|RC4|AES(/.*)?|RSA(/.*)?|Hmac(MD5|SHA1))\"")).isEmpty();
		assertThat(linesWith("(Mac|MessageDigest|Cipher|Signature|KeyGenerator)\\.getInstance\\("))
			.allMatch((line) -> line.contains("\"HmacSHA256\"") || line.contains("\"SHA-256\"")
					|| line.contains("\"HmacSHA384\""));
	}

	@Test
	void noPatternIsMadeOfInput() throws IOException {
		assertThat(linesWith("Pattern\\.compile\\((?!\")")).isEmpty();
	}

	@Test
	void secretsAreNotInTheSources() throws IOException {
		Pattern secret = Pattern.compile("(?i)(password|secret|token-key|token_key)\\s*[:=]\\s*[^\\s${}#]{6,}");
		for (Path file : List.of(Path.of("src/main/resources/application.yml"), Path.of("docker-compose.yml"),
				Path.of(".github/workflows/ci.yml"))) {
			assertThat(Files.readAllLines(file)).as(file.toString()).noneMatch((line) -> secret.matcher(line).find());
		}
	}

	@Test
	void workflowsMayOnlyReadAndRunWhatIsPinned() throws IOException {
		try (Stream<Path> workflows = Files.list(Path.of(".github", "workflows"))) {
			for (Path workflow : workflows.toList()) {
				assertThat(Files.readString(workflow)).as(workflow.toString())
					.containsPattern("(?m)^permissions:\\n  contents: read$")
					.doesNotContainPattern("(?m)^\\s+[a-z-]+: write\\s*$");
				assertThat(Files.readAllLines(workflow)).as(workflow.toString())
					.filteredOn((line) -> line.contains("uses: "))
					.allMatch((line) -> line.matches(".*uses: [\\w./-]+@[0-9a-f]{40} # v[\\d.]+"));
			}
		}
	}

	private static List<String> linesWith(String pattern) throws IOException {
		Pattern searched = Pattern.compile(pattern);
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter(Files::isRegularFile)
				.flatMap(ForbiddenCallsTests::lines)
				.filter((line) -> searched.matcher(line).find())
				.toList();
		}
	}

	private static Stream<String> lines(Path file) {
		try {
			return Files.readAllLines(file).stream();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
