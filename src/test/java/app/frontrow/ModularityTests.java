package app.frontrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The modules use one another as their package-infos allow, and their picture is the
 * current one.
 */
class ModularityTests {

	private static final Path COMMITTED = Path.of("docs", "modules", "README.md");

	private static final Path CURRENT = Path.of("target", "modules.md");

	private final ApplicationModules modules = ApplicationModules.of(FrontrowApplication.class);

	@Test
	void modulesUseOnlyWhatTheyAreAllowedTo() {
		this.modules.verify();
		assertThat(this.modules.stream().map((module) -> module.getIdentifier().toString())).contains("shared",
				"members", "security", "catalogue", "waitingroom", "booking", "wallet");
	}

	/** One of the features that a page may not use is called like a module. */
	@Test
	void sharedNamesNoOtherModule() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "app", "frontrow", "shared"))) {
			assertThat(files.filter(Files::isRegularFile)).isNotEmpty()
				.allSatisfy((file) -> assertThat(Files.readString(file).replace("payment=()", ""))
					.doesNotContainPattern("(?i)queue|seat|wallet|concert|payment"));
		}
	}

	@Test
	void diagramsAndCanvasesAreWrittenForEveryModule() {
		new Documenter(this.modules).writeDocumentation();

		Path folder = Path.of("target", "spring-modulith-docs");
		assertThat(folder.resolve("components.puml")).isNotEmptyFile();
		assertThat(this.modules).allSatisfy((module) -> {
			assertThat(folder.resolve("module-" + module.getIdentifier() + ".puml")).isNotEmptyFile();
			assertThat(folder.resolve("module-" + module.getIdentifier() + ".adoc")).isNotEmptyFile();
		});
	}

	@Test
	void committedDiagramIsUpToDate() throws IOException {
		String current = new ModuleDiagram(this.modules).toMarkdown();
		Files.writeString(CURRENT, current);

		assertThat(COMMITTED)
			.as("The modules have changed. Look at the difference, and if it is meant: cp %s %s", CURRENT, COMMITTED)
			.content()
			.isEqualToNormalizingNewlines(current);
	}

	@Test
	void everyEventAndEveryListenerIsInTheTableOfEvents() throws IOException {
		List<String> told = Files.readAllLines(Path.of("docs", "events.md"))
			.stream()
			.filter((line) -> line.startsWith("| `"))
			.map((line) -> line.split("\\|"))
			.map((cells) -> cells[1].strip() + " to " + cells[3].strip())
			.toList();

		assertThat(told).containsExactlyInAnyOrderElementsOf(this.modules.stream()
			.flatMap((module) -> ModuleDiagram.listeners(module)
				.map((listener) -> "`%s` to `%s.%s`".formatted(ModuleDiagram.event(listener).getSimpleName(),
						module.getIdentifier(), listener.getOwner().getSimpleName())))
			.toList());
	}

}
