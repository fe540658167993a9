package app.frontrow.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisabledOnOs(OS.WINDOWS)
class StoreProgramCheckTests {

	@TempDir
	private Path folder;

	@Test
	void programThatRunsIsFine() {
		assertThatCode(() -> StoreProgramCheck.requireRunnable(program("echo 1.0"), Map.of()))
			.doesNotThrowAnyException();
	}

	@Test
	void missingLibraryIsNamedWithItsPackage() {
		assertRefused("echo 'mariadbd: error while loading shared libraries: libncurses.so.6: cannot open shared object"
				+ " file'; exit 127", "needs the library libncurses.so.6", "apt-get install libncurses6");
	}

	@Test
	void oldSystemIsNamed() {
		assertRefused("echo \"/lib/libc.so.6: version \\`GLIBC_2.34' not found\"; exit 1",
				"needs a newer C library (GLIBC_2.34)", "newer release");
	}

	@Test
	void systemThatCannotRunItIsNamed() {
		assertThatExceptionOfType(StoreProgramException.class)
			.isThrownBy(() -> StoreProgramCheck.requireRunnable(this.folder.resolve("none"), Map.of()))
			.satisfies((failure) -> assertThat(failure.remedy()).contains("Alpine"));
	}

	private void assertRefused(String script, String message, String remedy) {
		assertThatExceptionOfType(StoreProgramException.class)
			.isThrownBy(() -> StoreProgramCheck.requireRunnable(program(script), Map.of()))
			.withMessageContaining(message)
			.satisfies((failure) -> assertThat(failure.remedy()).contains(remedy, "docker-compose.stores.yml"));
	}

	private Path program(String script) throws IOException {
		Path file = this.folder.resolve("mariadbd");
		Files.writeString(file, "#!/bin/sh\n" + script + "\n");
		file.toFile().setExecutable(true);
		return file;
	}

}
