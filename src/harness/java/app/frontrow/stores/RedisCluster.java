package app.frontrow.stores;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.SlotHash;

import static org.awaitility.Awaitility.await;

/**
 * Three embedded Redis servers that form a cluster, each with a third of the slots.
 */
public final class RedisCluster implements AutoCloseable {

	private static final int MASTERS = 3;

	private static final Duration READY_WITHIN = Duration.ofSeconds(60);

	private final String password = UUID.randomUUID().toString();

	private final List<StoreFolder> folders;

	private final List<RedisProcess> nodes;

	private RedisCluster(Path home, Path data) {
		StoreBinaries binaries = new StoreBinaries(home.resolve("bin"));
		String own = ProcessHandle.current().pid() + "-node-";
		this.folders = IntStream.range(0, MASTERS)
			.mapToObj((number) -> new StoreFolder(data.resolve(own + number)))
			.toList();
		// each also listens 10000 ports above its own one, to the others
		List<String> tuning = List.of("--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1", "--appendfsync",
				"no");
		this.nodes = this.folders.stream()
			.map((folder) -> new RedisProcess(folder.redis(), binaries, this.password, tuning))
			.toList();
	}

	/**
	 * Starts a new and empty cluster for the tests of this JVM, and returns when it
	 * answers.
	 */
	public static RedisCluster start() {
		RedisCluster cluster = new RedisCluster(Path.of(".frontrow"), TestStores.DATA);
		cluster.folders.forEach(StoreFolder::open);
		try {
			cluster.nodes.forEach(StoreProcess::start);
			cluster.join();
			return cluster;
		}
		catch (RuntimeException failure) {
			cluster.close();
			throw failure;
		}
	}

	/** Where its servers are: host and port of each, with commas between. */
	public String addresses() {
		return this.nodes.stream().map((node) -> "127.0.0.1:" + node.port()).collect(Collectors.joining(","));
	}

	/** What each of its servers wants to be told. */
	public String password() {
		return this.password;
	}

	/** Stops all of it and deletes what it has written. */
	@Override
	public void close() {
		List<Runnable> steps = new ArrayList<>();
		this.nodes.forEach((node) -> steps.add(node::kill));
		this.nodes.forEach((node) -> steps.add(node::erase));
		this.folders.forEach((folder) -> steps.add(folder::close));
		steps.forEach(Runnable::run);
	}

	private void join() {
		for (int number = 0; number < MASTERS; number++) {
			int from = SlotHash.SLOT_COUNT * number / MASTERS;
			int to = SlotHash.SLOT_COUNT * (number + 1) / MASTERS;
			ask(this.nodes.get(number), (redis) -> redis.clusterAddSlots(IntStream.range(from, to).toArray()));
		}
		ask(this.nodes.get(0), (redis) -> this.nodes.subList(1, MASTERS)
			.forEach((other) -> redis.clusterMeet("127.0.0.1", other.port())));
		this.nodes.forEach((node) -> ask(node,
				(redis) -> await().atMost(READY_WITHIN)
					.until(redis::clusterInfo,
							(info) -> info.contains("cluster_state:ok") && info.contains("cluster_size:" + MASTERS))));
	}

	private static void ask(RedisProcess node, Consumer<RedisCommands<String, String>> question) {
		try (RedisClient client = RedisClient.create(node.url())) {
			question.accept(client.connect().sync());
		}
	}

}
