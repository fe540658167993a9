package app.frontrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The compiler checks null safety only in marked packages, and only from JDK 22 on.
 */
class NullSafetyTests {

	@Test
	void everyPackageIsNullMarked() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
			assertThat(files.filter((file) -> file.toString().endsWith(".java")).map(Path::getParent).distinct())
				.isNotEmpty()
				.allSatisfy((folder) -> assertThat(folder.resolve("package-info.java")).content()
					.contains("\n@NullMarked\n"));
		}
	}

}
