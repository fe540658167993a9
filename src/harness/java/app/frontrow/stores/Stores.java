package app.frontrow.stores;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The database and the Redis that one program and its application contexts share. Where
 * the environment names a store of its own, that one is used instead of an embedded one.
 */
public final class Stores implements AutoCloseable {

	private final StoreFolder folder;

	private final ExternalStores external;

	private final DatabaseProcess database;

	private final RedisProcess redis;

	private final boolean keep;

	private final boolean fresh;

	private int users;

	private Stores(Path home, Path data, ExternalStores external, Tuning tuning, boolean fresh) {
		StoreBinaries binaries = new StoreBinaries(home.resolve("bin"));
		String password = UUID.randomUUID().toString();
		this.folder = new StoreFolder(data);
		this.external = external;
		this.database = external.mysqld()
			.<DatabaseProcess>map(
					(mysqld) -> new MySqlProcess(this.folder.mySql(), mysqld, password, tuning.database()))
			.orElseGet(() -> new MariaDbProcess(this.folder.mariaDb(), binaries, password, tuning.database()));
		this.redis = new RedisProcess(this.folder.redis(), binaries, password, tuning.redis());
		this.keep = tuning.keep();
		this.fresh = fresh;
	}

	/**
	 * Stores for the demo: durable, with data that stay from run to run.
	 * @param home the project's folder for everything that is not under version control
	 * @param fresh whether to forget the data of earlier runs
	 * @return stores yet to be opened
	 */
	public static Stores forDemo(Path home, boolean fresh) {
		return new Stores(home, home.resolve("data"), ExternalStores.NONE, Tuning.DURABLE, fresh);
	}

	/**
	 * Stores for the tests of one JVM: quick rather than durable, and empty at first.
	 * @param home the project's folder for everything that is not under version control
	 * @param data the folder below which the data go
	 * @return stores yet to be opened
	 */
	static Stores forTests(Path home, Path data) {
		String own = String.valueOf(ProcessHandle.current().pid());
		return new Stores(home, data.resolve(own), ExternalStores.fromEnvironment(), Tuning.QUICK, true);
	}

	/**
	 * Stores to be killed at any moment: durable, and empty at first. They are embedded
	 * ones whatever the environment names.
	 * @param home the project's folder for everything that is not under version control
	 * @param data the folder below which the data go
	 * @return stores yet to be opened
	 */
	public static Stores forChaos(Path home, Path data) {
		String own = String.valueOf(ProcessHandle.current().pid());
		return new Stores(home, data.resolve(own), ExternalStores.NONE, Tuning.MORTAL, true);
	}

	/**
	 * Stores whose database writes a binary log, for the rehearsal of a restore: durable,
	 * and empty at first.
	 * @param home the project's folder for everything that is not under version control
	 * @param data the folder below which the data go
	 * @return stores yet to be opened
	 */
	public static Stores forBackupDrill(Path home, Path data) {
		String own = String.valueOf(ProcessHandle.current().pid());
		return new Stores(home, data.resolve(own), ExternalStores.NONE, Tuning.LOGGED, true);
	}

	/**
	 * Stores for measurements: durable, and empty at first. The environment may name
	 * others, as for the tests.
	 * @param home the project's folder for everything that is not under version control
	 * @param data the folder below which the data go
	 * @return stores yet to be opened
	 */
	public static Stores forBench(Path home, Path data) {
		String own = String.valueOf(ProcessHandle.current().pid());
		return new Stores(home, data.resolve(own), ExternalStores.fromEnvironment(), Tuning.MORTAL, true);
	}

	/**
	 * Starts the stores unless they run already. Every call wants its own
	 * {@link #close()}.
	 * @return this
	 * @throws StoresInUseException when another program is using the data
	 */
	public synchronized Stores open() {
		if (this.users == 0) {
			this.folder.open();
			try {
				if (!this.keep) {
					this.folder.clearSiblings();
				}
				if (this.fresh) {
					erase();
				}
				inParallel(StoreProcess::start);
			}
			catch (RuntimeException ex) {
				shutDown();
				throw ex;
			}
		}
		this.users++;
		return this;
	}

	/** Stops the stores when nobody uses them any more. */
	@Override
	public synchronized void close() {
		this.users--;
		if (this.users == 0) {
			shutDown();
		}
	}

	private void shutDown() {
		inParallel(StoreProcess::stop);
		if (!this.keep) {
			erase();
		}
		this.folder.close();
	}

	/**
	 * Where the database is.
	 * @return a URL for MySQL's driver, without user and password
	 */
	public String jdbcUrl() {
		return this.external.jdbcUrl().orElseGet(this.database::url);
	}

	/**
	 * Who may log in to the database.
	 * @return a user with all rights
	 */
	public String jdbcUser() {
		return this.external.jdbcUrl().isPresent() ? this.external.jdbcUser() : DatabaseProcess.USER;
	}

	/**
	 * The database user's password.
	 * @return a new one in every run
	 */
	public String jdbcPassword() {
		return this.external.jdbcUrl().isPresent() ? this.external.jdbcPassword() : this.database.password();
	}

	/**
	 * Where Redis is.
	 * @return a {@code redis:} URL with the password in it
	 */
	public String redisUrl() {
		return this.external.redisUrl().orElseGet(this.redis::url);
	}

	/**
	 * What another instance of the application needs to use these stores too.
	 * @return environment variables for its process
	 */
	public Map<String, String> environment() {
		return Map.of("SPRING_DATASOURCE_URL", jdbcUrl(), "SPRING_DATASOURCE_USERNAME", jdbcUser(),
				"SPRING_DATASOURCE_PASSWORD", jdbcPassword(), "SPRING_DATA_REDIS_URL", redisUrl());
	}

	/**
	 * This program's own database, to be stopped, frozen and started again.
	 * @return its process
	 * @throws IllegalStateException when the environment names a running one
	 */
	public StoreProcess database() {
		return embedded(this.database, this.external.jdbcUrl());
	}

	/**
	 * The embedded Redis, to be stopped, frozen and started again.
	 * @return its process
	 * @throws IllegalStateException when Redis is not embedded
	 */
	public StoreProcess redis() {
		return embedded(this.redis, this.external.redisUrl());
	}

	private StoreProcess embedded(StoreProcess process, Optional<String> instead) {
		if (instead.isPresent()) {
			throw new IllegalStateException(
					"The environment names a store of its own: mark the test @OnEmbeddedStores");
		}
		return process;
	}

	private List<StoreProcess> embedded() {
		List<StoreProcess> processes = new ArrayList<>();
		if (this.external.jdbcUrl().isEmpty()) {
			processes.add(this.database);
		}
		if (this.external.redisUrl().isEmpty()) {
			processes.add(this.redis);
		}
		return processes;
	}

	/** The unpacked programs stay. */
	private void erase() {
		embedded().forEach(StoreProcess::erase);
	}

	private void inParallel(Consumer<StoreProcess> step) {
		CompletableFuture
			.allOf(embedded().stream()
				.map((store) -> CompletableFuture.runAsync(() -> step.accept(store)))
				.toArray(CompletableFuture[]::new))
			.join();
	}

	/** What the two uses want of the stores. */
	private record Tuning(boolean keep, List<String> database, List<String> redis) {

		static final Tuning DURABLE = new Tuning(true, List.of("--innodb-buffer-pool-size=128M",
				"--loose-innodb-log-file-size=48M", "--default-time-zone=+00:00"),
				List.of("--appendfsync", "everysec"));

		/** With doublewrite, since a kill can tear the page that is being written. */
		static final Tuning MORTAL = new Tuning(false, DURABLE.database(), DURABLE.redis());

		static final Tuning LOGGED = new Tuning(false,
				Stream
					.concat(DURABLE.database().stream(),
							Stream.of("--log-bin=binlog", "--binlog-format=ROW", "--server-id=1"))
					.toList(),
				DURABLE.redis());

		/**
		 * A killed process loses nothing even so; only a power cut would hurt. In Seoul's
		 * time zone, to find out whoever relies on the server's.
		 */
		static final Tuning QUICK = new Tuning(false,
				List.of("--innodb-buffer-pool-size=64M", "--loose-innodb-log-file-size=32M",
						"--innodb-flush-log-at-trx-commit=2", "--innodb-doublewrite=OFF", "--sync-binlog=0",
						"--default-time-zone=+09:00"),
				List.of("--appendfsync", "no"));

	}

}
