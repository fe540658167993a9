package app.frontrow.stores;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.lettuce.core.RedisClient;
import io.lettuce.core.sentinel.api.sync.RedisSentinelCommands;

import static org.awaitility.Awaitility.await;

/**
 * A Redis master with a replica, and three sentinels that give the master's role to the
 * other one when the master is away for three seconds.
 */
public final class RedisSentinels implements AutoCloseable {

	/** The name by which the sentinels know the master. */
	public static final String MASTER = "frontrow";

	private static final int SENTINELS = 3;

	private static final Duration READY_WITHIN = Duration.ofSeconds(60);

	private static final String CONFIGURATION = """
			sentinel monitor %1$s 127.0.0.1 %2$d 2
			sentinel auth-pass %1$s %3$s
			sentinel down-after-milliseconds %1$s 3000
			sentinel failover-timeout %1$s 10000
			""";

	private final String password = UUID.randomUUID().toString();

	private final List<StoreFolder> folders = new ArrayList<>();

	private final List<RedisProcess> servers = new ArrayList<>();

	private final List<SentinelProcess> sentinels = new ArrayList<>();

	private RedisSentinels() {
	}

	/** Starts all of them, empty, and returns when a failover is possible. */
	public static RedisSentinels start() {
		RedisSentinels all = new RedisSentinels();
		try {
			all.startServers();
			all.startSentinels();
			return all;
		}
		catch (RuntimeException failure) {
			all.close();
			throw failure;
		}
	}

	/** Where the sentinels are: host and port of each, with commas between. */
	public String addresses() {
		return this.sentinels.stream()
			.map((sentinel) -> "127.0.0.1:" + sentinel.port())
			.collect(Collectors.joining(","));
	}

	/** The password of master and replica. The sentinels have none. */
	public String password() {
		return this.password;
	}

	/** The server that the sentinels name as the master. */
	public StoreProcess master() {
		int port = ask((sentinel) -> ((InetSocketAddress) sentinel.getMasterAddrByName(MASTER)).getPort());
		return this.servers.stream().filter((server) -> server.port() == port).findFirst().orElseThrow();
	}

	/** The release of the servers, such as 7.0.15. */
	public String version() {
		return information(this.servers.get(0), "redis_version:");
	}

	/** Exchanges the roles of master and replica, as an operator does. */
	public void exchange() {
		awaitReplica();
		StoreProcess before = master();
		ask((sentinel) -> sentinel.failover(MASTER));
		await().atMost(READY_WITHIN).until(() -> master() != before);
	}

	/** Stops all of it and deletes what it has written. */
	@Override
	public void close() {
		List<StoreProcess> all = new ArrayList<>(this.sentinels);
		all.addAll(this.servers);
		all.forEach(StoreProcess::kill);
		all.forEach(StoreProcess::erase);
		this.folders.forEach(StoreFolder::close);
	}

	private void startServers() {
		StoreBinaries binaries = binaries();
		List<String> tuning = new ArrayList<>(
				List.of("--masterauth", this.password, "--appendfsync", "no", "--repl-diskless-sync-delay", "0"));
		this.servers.add(new RedisProcess(folder("server-0"), binaries, this.password, List.copyOf(tuning)));
		this.servers.get(0).start();
		tuning.addAll(List.of("--replicaof", "127.0.0.1 " + this.servers.get(0).port()));
		this.servers.add(new RedisProcess(folder("server-1"), binaries, this.password, tuning));
		this.servers.get(1).start();
	}

	private void startSentinels() {
		String configuration = CONFIGURATION.formatted(MASTER, this.servers.get(0).port(), this.password);
		IntStream.range(0, SENTINELS)
			.forEach((number) -> this.sentinels
				.add(new SentinelProcess(folder("sentinel-" + number), binaries(), configuration)));
		this.sentinels.forEach(StoreProcess::start);
		await().atMost(READY_WITHIN)
			.until(() -> String.valueOf(SENTINELS - 1)
				.equals(ask((sentinel) -> sentinel.master(MASTER)).get("num-other-sentinels")));
		awaitReplica();
	}

	/** Waits until the sentinels know a replica that has all data. */
	private void awaitReplica() {
		await().atMost(READY_WITHIN)
			.until(() -> ask((sentinel) -> sentinel.replicas(MASTER)).stream()
				.anyMatch((replica) -> "slave".equals(replica.get("flags"))
						&& "ok".equals(replica.get("master-link-status"))));
	}

	private <T> T ask(Function<RedisSentinelCommands<String, String>, T> question) {
		try (RedisClient client = RedisClient.create("redis://127.0.0.1:" + this.sentinels.get(0).port())) {
			return question.apply(client.connectSentinel().sync());
		}
	}

	private static String information(RedisProcess server, String name) {
		try (RedisClient client = RedisClient.create(server.url())) {
			return client.connect()
				.sync()
				.info()
				.lines()
				.filter((line) -> line.startsWith(name))
				.findFirst()
				.orElseThrow()
				.substring(name.length());
		}
	}

	private Path folder(String name) {
		StoreFolder folder = new StoreFolder(TestStores.DATA.resolve(ProcessHandle.current().pid() + "-" + name));
		folder.open();
		this.folders.add(folder);
		return folder.redis();
	}

	private static StoreBinaries binaries() {
		return new StoreBinaries(Path.of(".frontrow", "bin"));
	}

}
