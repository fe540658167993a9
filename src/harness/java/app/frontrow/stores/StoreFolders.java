package app.frontrow.stores;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.springframework.util.FileSystemUtils;

/**
 * What the stores need of the file system.
 */
final class StoreFolders {

	private StoreFolders() {
	}

	static void delete(Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Makes a folder, where there is none, that only its owner may look into. */
	static void createPrivate(Path folder) throws IOException {
		Files.createDirectories(folder);
		File file = folder.toFile();
		file.setReadable(false, false);
		file.setExecutable(false, false);
		file.setReadable(true, true);
		file.setExecutable(true, true);
	}

	static boolean isOnPath(String program) {
		return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, program)));
	}

}
