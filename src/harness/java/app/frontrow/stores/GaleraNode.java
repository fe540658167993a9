package app.frontrow.stores;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * A node of a Galera cluster on loopback. It calls a program of the cluster to get the
 * data of the others.
 */
final class GaleraNode extends MariaDbProcess {

	private final Path programs;

	private GaleraNode(Path folder, StoreBinaries binaries, String password, List<String> tuning, Path programs) {
		super(folder, binaries, password, tuning);
		this.programs = programs;
	}

	/**
	 * A node that is not started.
	 * @param groupPorts the ports by which the nodes of the cluster find each other
	 * @param number of this node; the first one begins the cluster
	 * @param programs the folder with the program {@code wsrep_sst_same}
	 */
	static GaleraNode create(Path folder, StoreBinaries binaries, String password, List<Integer> groupPorts, int number,
			Path programs) {
		String all = groupPorts.stream().map((port) -> "127.0.0.1:" + port).collect(Collectors.joining(","));
		int own = groupPorts.get(number);
		List<String> tuning = List.of("--wsrep-on=ON", "--wsrep-provider=" + GaleraCluster.LIBRARY,
				"--wsrep-cluster-address=gcomm://" + all, "--wsrep-node-address=127.0.0.1",
				"--wsrep-node-name=" + number, "--wsrep-sst-method=same",
				"--wsrep-provider-options=base_host=127.0.0.1;base_port=%1$d".formatted(own)
						+ ";gmcast.listen_addr=tcp://127.0.0.1:%d;ist.recv_addr=127.0.0.1:%d;gcache.size=64M"
							.formatted(own, FreePort.next()),
				"--binlog-format=ROW", "--innodb-autoinc-lock-mode=2", "--innodb-flush-log-at-trx-commit=0",
				"--innodb-buffer-pool-size=64M");
		List<String> begin = (number == 0) ? List.of("--wsrep-new-cluster") : List.of();
		return new GaleraNode(folder, binaries, password, Stream.of(tuning, begin).flatMap(List::stream).toList(),
				programs);
	}

	/**
	 * The cluster's id and the number of its last change, as an orderly end wrote them.
	 */
	String position() {
		try {
			Map<String, String> state = Files.readAllLines(data().resolve("grastate.dat"))
				.stream()
				.filter((line) -> line.contains(": "))
				.map((line) -> line.split(": +", 2))
				.collect(Collectors.toMap((pair) -> pair[0], (pair) -> pair[1]));
			return state.get("uuid") + ":" + state.get("seqno");
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/** Takes the data of another node, which is stopped. This one was never started. */
	void copyData(GaleraNode other) {
		try {
			FileSystemUtils.copyRecursively(other.data(), data());
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/** A node with data has the database and the user. */
	@Override
	String initStatements() {
		return Files.exists(data().resolve("frontrow")) ? "" : super.initStatements();
	}

	@Override
	Map<String, String> environment() {
		Map<String, String> environment = new HashMap<>(super.environment());
		environment.put("PATH", this.programs + File.pathSeparator + System.getenv("PATH"));
		return environment;
	}

}
