package app.frontrow.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with the data of one pair of stores. It belongs to one running program at a
 * time; a lock says so, which the system drops even when that program is killed.
 */
final class StoreFolder implements AutoCloseable {

	private final Path path;

	private FileChannel channel;

	StoreFolder(Path path) {
		this.path = path.toAbsolutePath().normalize();
	}

	Path mariaDb() {
		return this.path.resolve("mariadb");
	}

	Path mySql() {
		return this.path.resolve("mysql");
	}

	Path redis() {
		return this.path.resolve("redis");
	}

	/**
	 * Takes the folder and ends what a killed owner left running in it.
	 * @throws StoresInUseException when another program is using it
	 */
	void open() {
		if (!tryOpen()) {
			throw new StoresInUseException(this.path);
		}
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Clears away the folders beside this one that killed programs have left. */
	void clearSiblings() {
		for (Path sibling : siblings()) {
			StoreFolder folder = new StoreFolder(sibling);
			if (folder.tryOpen()) {
				folder.close();
				StoreFolders.delete(sibling);
			}
		}
	}

	private List<Path> siblings() {
		try (Stream<Path> folders = Files.list(this.path.getParent())) {
			return folders.filter(Files::isDirectory).filter((folder) -> !folder.equals(this.path)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean tryOpen() {
		try {
			Files.createDirectories(this.path);
			this.channel = FileChannel.open(this.path.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (!tryLock()) {
				close();
				return false;
			}
			for (Path store : List.of(mariaDb(), mySql(), redis())) {
				new PidFile(store.resolve("pid")).endProcess();
			}
			return true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean tryLock() throws IOException {
		try {
			FileLock lock = this.channel.tryLock();
			return lock != null;
		}
		catch (OverlappingFileLockException ownedByThisProgram) {
			return false;
		}
	}

}
