package app.frontrow.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpServer;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two MySQL servers, a primary and its replica by GTID. A commit waits until the replica
 * has it (semi-synchronous). The replica is read-only. Each server has a check for
 * balancers, which answers 200 over HTTP if the server can be written to.
 */
public final class ReplicatedMySql implements AutoCloseable {

	private static final int SERVERS = 2;

	/** For replication, MySQL takes at most 32 characters. */
	private final String password = UUID.randomUUID().toString().replace("-", "");

	private final List<StoreFolder> folders = new ArrayList<>();

	private final List<MySqlProcess> servers = new ArrayList<>();

	private final List<HttpServer> checks = new ArrayList<>();

	private ReplicatedMySql() {
	}

	/** Starts both, empty, from the program that TEST_MYSQLD names. */
	public static ReplicatedMySql start() {
		ReplicatedMySql pair = new ReplicatedMySql();
		try {
			IntStream.range(0, SERVERS).forEach(pair::addServer);
			pair.servers.parallelStream().forEach(StoreProcess::start);
			pair.forEach("reset binary logs and gtids");
			pair.follow(1, 0);
			pair.setCommitsWait(0, true);
			pair.servers.forEach(pair::addCheck);
			return pair;
		}
		catch (RuntimeException failure) {
			pair.close();
			throw failure;
		}
	}

	/** The port of the check for each port of a server. */
	public Map<Integer, Integer> checks() {
		Map<Integer, Integer> ports = new TreeMap<>();
		IntStream.range(0, SERVERS)
			.forEach((server) -> ports.put(this.servers.get(server).port(),
					this.checks.get(server).getAddress().getPort()));
		return ports;
	}

	/** A user of both servers with all rights. */
	public String user() {
		return DatabaseProcess.USER;
	}

	/** The password of this user. */
	public String password() {
		return this.password;
	}

	/** The JDBC address of the first or the second server. */
	public String url(int server) {
		return this.servers.get(server).url();
	}

	/** A client of the first or the second server, with all rights. */
	public JdbcClient client(int server) {
		return JdbcClient.create(new DriverManagerDataSource(url(server), DatabaseProcess.USER, this.password));
	}

	/**
	 * Gives the role of the primary to the other server, as an operator does: the primary
	 * becomes read-only, the replica gets the rest of its changes, and can be written to
	 * then.
	 */
	public void exchange(int from, int to) {
		client(from).sql("set global super_read_only = 1").update();
		awaitReplica(from, to);
		setCommitsWait(from, false);
		client(to).sql("stop replica").update();
		client(to).sql("reset replica all").update();
		setCommitsWait(to, true);
		client(to).sql("set global read_only = 0").update();
		follow(from, to);
	}

	/**
	 * Lets the replica take over from a primary that is lost. It makes the changes that
	 * it has got, and goes on without a replica.
	 */
	public void promote(int replica) {
		JdbcClient client = client(replica);
		client.sql("stop replica io_thread").update();
		awaitChanges(replica,
				client.sql("select received_transaction_set from performance_schema.replication_connection_status")
					.query(String.class)
					.single());
		client.sql("stop replica").update();
		client.sql("reset replica all").update();
		client.sql("set global read_only = 0").update();
	}

	/** The process of the first or the second server, to be killed. */
	public StoreProcess server(int number) {
		return this.servers.get(number);
	}

	/** Waits until the replica has made all changes of its primary. */
	public void awaitReplica(int primary, int replica) {
		String changes = client(primary).sql("select @@global.gtid_executed").query(String.class).single();
		awaitChanges(replica, changes);
	}

	private void awaitChanges(int replica, String changes) {
		int late = client(replica).sql("select wait_for_executed_gtid_set(?, 60)")
			.param(changes)
			.query(Integer.class)
			.single();
		if (late != 0) {
			throw new IllegalStateException(
					"The replica lacks changes: " + client(replica).sql("show replica status").query().listOfRows());
		}
	}

	@Override
	public void close() {
		this.checks.forEach((check) -> check.stop(0));
		this.servers.forEach(StoreProcess::kill);
		this.servers.forEach(StoreProcess::erase);
		this.folders.forEach(StoreFolder::close);
	}

	private void addServer(int number) {
		StoreFolder folder = new StoreFolder(
				TestStores.DATA.resolve(ProcessHandle.current().pid() + "-mysql-" + number));
		folder.open();
		this.folders.add(folder);
		Path program = ExternalStores.fromEnvironment().mysqld().orElseThrow();
		this.servers.add(new MySqlProcess(folder.mySql(), program, this.password,
				List.of("--server-id=" + (number + 1), "--gtid-mode=ON", "--enforce-gtid-consistency=ON",
						"--log-bin=binlog", "--plugin-load-add=semisync_source.so",
						"--plugin-load-add=semisync_replica.so", "--rpl-semi-sync-replica-enabled=1",
						"--rpl-semi-sync-source-timeout=3600000", "--innodb-buffer-pool-size=64M",
						"--innodb-doublewrite=OFF")));
	}

	private void follow(int replica, int primary) {
		JdbcClient client = client(replica);
		client
			.sql("change replication source to source_host = '127.0.0.1', source_port = %d, source_user = '%s',"
				.formatted(this.servers.get(primary).port(), DatabaseProcess.USER)
					+ " source_password = '%s', source_ssl = 1, source_auto_position = 1".formatted(this.password))
			.update();
		client.sql("start replica").update();
		client.sql("set global super_read_only = 1").update();
	}

	/**
	 * Sets whether commits of this server wait for its replica. Those of a replica must
	 * not, because it has none itself: it would make no change.
	 */
	public void setCommitsWait(int server, boolean wait) {
		client(server).sql("set global rpl_semi_sync_source_enabled = " + wait).update();
	}

	private void addCheck(MySqlProcess server) {
		try {
			HttpServer check = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			JdbcClient client = client(this.servers.indexOf(server));
			check.createContext("/", (exchange) -> {
				exchange.sendResponseHeaders(isWritable(client) ? 200 : 503, -1);
				exchange.close();
			});
			check.start();
			this.checks.add(check);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static boolean isWritable(JdbcClient client) {
		try {
			return client.sql("select @@global.read_only = 0").query(Boolean.class).single();
		}
		catch (DataAccessException away) {
			return false;
		}
	}

	private void forEach(String statement) {
		IntStream.range(0, SERVERS).forEach((server) -> client(server).sql(statement).update());
	}

}
