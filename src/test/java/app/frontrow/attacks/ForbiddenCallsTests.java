package app.frontrow.attacks;

import java.io.IOException;
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
 * The product starts no program, runs no text as code, reads no foreign objects, calls no
 * server and uses no weak hash.
 */
class ForbiddenCallsTests {

	private static final JavaClasses PRODUCT = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("app.frontrow");

	private static final Path SOURCES = Path.of("src", "main", "java");

	@Test
	void startsNoProgram() {
		assertUnused("java\\.lang\\.Process(Builder)?", "");
		noClasses().should().callMethod(Runtime.class, "exec", String.class).check(PRODUCT);
	}

	@Test
	void runsNoTextAsCode() {
		assertUnused("(javax\\.script|org\\.springframework\\.expression|ognl)\\..*", "");
	}

	@Test
	void readsNoForeignObjectsDirectoriesOrMarkup() {
		// sessions hold a few known types
		assertUnused("java\\.io\\.ObjectInputStream", ".*\\.session\\.SessionValueSerializer");
		assertUnused("(javax\\.naming|javax\\.xml|org\\.xml|org\\.w3c|org\\.springframework\\.ldap)\\..*", "");
	}

	/**
	 * The push client calls only the services that a setting names, the client of
	 * webhooks only public addresses that an owner has entered.
	 */
	@Test
	void callsNoOtherServerButForMailAndPush() {
		assertUnused("java\\.net\\.http\\..*",
				".*\\.(push\\.PushClient|webhooks\\.delivery\\.(WebhookClient|LimitedBodySubscriber)).*");
		assertUnused("(org\\.springframework\\.web\\.client|org\\.springframework\\.mail"
				+ "|jakarta\\.mail)\\..*|java\\.net\\.(URLConnection|Socket)", ".*\\.frontrow\\.mail\\..*");
	}

	@Test
	void readsAndWritesNoFiles() {
		assertUnused("java\\.nio\\.file\\.Files|java\\.io\\.File|org\\.springframework\\.web\\.multipart\\..*", "");
	}

	@Test
	void randomNumbersAreSecure() {
		assertUnused("java\\.util\\.Random", ".*\\.catalogue\\.web\\.poster\\..*");
		assertUnused("java\\.util\\.concurrent\\.ThreadLocalRandom",
				".*\\.(waitingroom\\.queue\\.(QueueTickJob|PollIntervalPolicy)|shared\\.RetryingTransactionExecutor).*");
		noClasses().should().callMethod(Math.class, "random").check(PRODUCT);
	}

	/**
	 * Apps make codes with HMAC-SHA-1 (RFC 6238), and AES in GCM encrypts their secrets.
	 */
	@Test
	@ProvesRule(rule = "No weak hash is used", brokenBy = "using SHA-1")
	void noWeakHashOrCipherIsUsed() throws IOException {
		assertThat(linesWith("\"(MD[245]|SHA-?1|DES(ede)?(/.*)?|RC4|AES(/.*)?|RSA(/.*)?|Hmac(MD5|SHA1))\""))
			.allMatch((line) -> line.contains("\"HmacSHA1\"") || line.contains("\"AES/GCM/NoPadding\"")
					|| line.contains("SecretKeySpec("));
		assertThat(linesWith("HmacSHA1\"|\"AES")).hasSizeBetween(4, 6);
		assertThat(linesWith("(Mac|MessageDigest|Cipher|Signature|KeyGenerator)\\.getInstance\\("))
			.allMatch((line) -> line.contains("\"HmacSHA256\"") || line.contains("\"SHA-256\"")
					|| line.contains("\"HmacSHA384\"") || line.contains("\"HmacSHA1\"")
					|| line.contains("Cipher.getInstance(ALGORITHM)") || line.contains("\"AES/GCM/NoPadding\""));
	}

	@Test
	void noPatternIsMadeFromInput() throws IOException {
		assertThat(linesWith("Pattern\\.compile\\((?!\")")).isEmpty();
	}

	@Test
	void secretsAreNotInTheSources() throws IOException {
		Pattern secret = Pattern.compile("(?i)(password|secret|token-key|token_key)\\s*[:=]\\s*[^\\s${}#]{6,}");
		for (Path file : List.of(Path.of("src/main/resources/application.yml"), Path.of("docker-compose.yml"),
				Path.of("docker-compose.stores.yml"), Path.of(".github/workflows/ci.yml"))) {
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

	/**
	 * Fails if the product uses one of the classes.
	 * @param names a pattern of full class names
	 * @param except a pattern of the product's classes that may
	 */
	private static void assertUnused(String names, String except) {
		noClasses().that()
			.haveNameNotMatching(except)
			.should()
			.dependOnClassesThat()
			.haveNameMatching(names)
			.check(PRODUCT);
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
