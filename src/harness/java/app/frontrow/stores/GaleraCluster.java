package app.frontrow.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.awaitility.Awaitility.await;

/**
 * Three nodes of Galera, each of which can be written to: the embedded MariaDB with
 * Debian's library. All nodes begin with a copy of the same data, so no program that
 * transfers a whole database is needed.
 */
public final class GaleraCluster implements AutoCloseable {

	/** Where Debian's package {@code galera-4} has it. */
	static final Path LIBRARY = Path.of("/usr/lib/galera/libgalera_smm.so");

	private static final int NODES = 3;

	private static final Duration READY_WITHIN = Duration.ofSeconds(60);

	/** Tells the node that asks which data it has, and sends nothing. */
	private static final String TRANSFER = """
			#!/bin/sh
			case "$*" in
			  *"--role joiner"*) printf 'ready same\\n%s\\n' ;;
			  *) while [ "$1" != --gtid ]; do shift; done; echo "done $2" ;;
			esac
			""";

	private final String password = UUID.randomUUID().toString();

	private final List<StoreFolder> folders = new ArrayList<>();

	private final List<GaleraNode> nodes = new ArrayList<>();

	private GaleraCluster() {
	}

	/** Whether the library is there. */
	public static boolean isInstalled() {
		return Files.exists(LIBRARY);
	}

	/** Starts three empty nodes and returns when all take part. */
	public static GaleraCluster start() {
		GaleraCluster cluster = new GaleraCluster();
		try {
			cluster.createNodes();
			GaleraNode first = cluster.nodes.get(0);
			first.start();
			first.stop();
			cluster.writeTransferProgram(first.position());
			cluster.nodes.stream().skip(1).forEach((node) -> node.copyData(first));
			cluster.nodes.forEach(StoreProcess::start);
			IntStream.range(0, NODES).forEach(cluster::awaitAll);
			return cluster;
		}
		catch (RuntimeException failure) {
			cluster.close();
			throw failure;
		}
	}

	/** The database at one of the nodes. */
	public String url(int node) {
		return this.nodes.get(node).url();
	}

	/** A user of all nodes with all rights. */
	public String user() {
		return DatabaseProcess.USER;
	}

	/** The password of this user. */
	public String password() {
		return this.password;
	}

	/** How many nodes there are. */
	public int size() {
		return NODES;
	}

	/**
	 * A client of one node, with all rights. It sees what was committed elsewhere before.
	 */
	public JdbcClient client(int node) {
		return JdbcClient.create(
				new DriverManagerDataSource(url(node) + "?sessionVariables=wsrep_sync_wait=1", user(), this.password));
	}

	/** How many transactions of this node another node's has made fail so far. */
	public long certificationFailures(int node) {
		return Long.parseLong(status(node, "wsrep_local_cert_failures"))
				+ Long.parseLong(status(node, "wsrep_local_bf_aborts"));
	}

	@Override
	public void close() {
		this.nodes.forEach(StoreProcess::kill);
		this.nodes.forEach(StoreProcess::erase);
		this.folders.forEach(StoreFolder::close);
	}

	private void createNodes() {
		List<Integer> groupPorts = Stream.generate(FreePort::next).limit(NODES).toList();
		for (int number = 0; number < NODES; number++) {
			StoreFolder folder = new StoreFolder(
					TestStores.DATA.resolve(ProcessHandle.current().pid() + "-galera-" + number));
			folder.open();
			this.folders.add(folder);
			this.nodes.add(GaleraNode.create(folder.mariaDb(), new StoreBinaries(Path.of(".frontrow", "bin")),
					this.password, groupPorts, number, programs()));
		}
	}

	private Path programs() {
		return this.folders.get(0).mariaDb().resolve("programs");
	}

	private void writeTransferProgram(String position) {
		try {
			Files.createDirectories(programs());
			Path program = programs().resolve("wsrep_sst_same");
			Files.writeString(program, TRANSFER.formatted(position));
			Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private void awaitAll(int node) {
		await().atMost(READY_WITHIN)
			.until(() -> String.valueOf(NODES).equals(status(node, "wsrep_cluster_size"))
					&& "Synced".equals(status(node, "wsrep_local_state_comment")));
	}

	private String status(int node, String name) {
		return client(node).sql("select variable_value from information_schema.global_status where variable_name = ?")
			.param(name)
			.query(String.class)
			.single();
	}

}
