package app.frontrow.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands in front of an instance like the cable of a network: passes everything on until
 * it is pulled out, and again when it is plugged in.
 */
final class PluggableProxy implements AutoCloseable {

	private final int target;

	private final int port;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private ServerSocket door;

	PluggableProxy(int target) {
		this.target = target;
		plugIn(0);
		this.port = this.door.getLocalPort();
	}

	int port() {
		return this.port;
	}

	/** Ends all connections and refuses new ones. */
	void pullOut() {
		try {
			this.door.close();
			for (Socket socket : this.sockets) {
				socket.close();
			}
			this.sockets.clear();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	void plugIn() {
		plugIn(this.port);
	}

	@Override
	public void close() {
		pullOut();
	}

	private void plugIn(int atPort) {
		try {
			ServerSocket opened = new ServerSocket();
			opened.setReuseAddress(true);
			opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), atPort), 100);
			this.door = opened;
			daemon(() -> listen(opened));
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private void listen(ServerSocket opened) throws IOException {
		while (!opened.isClosed()) {
			Socket client = opened.accept();
			Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
			this.sockets.add(client);
			this.sockets.add(server);
			if (opened.isClosed()) {
				// pulled out after the connection came, so nobody else ends it
				client.close();
				server.close();
			}
			daemon(() -> pass(client, server));
			daemon(() -> pass(server, client));
		}
	}

	private static void pass(Socket from, Socket to) throws IOException {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		}
	}

	private static void daemon(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException closed) {
				// the cable was pulled out, or one side hung up
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	private interface Work {

		void run() throws IOException;

	}

}
