package app.frontrow.stores;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds loopback ports nobody listens on.
 */
public final class FreePort {

	/**
	 * Below the range that outgoing connections are given ports from: while a store is
	 * stopped, a client that tries to reconnect could otherwise be given the store's own
	 * port and end up connected to itself.
	 */
	private static final int FROM = 20000;

	private static final int TO = 32000;

	private FreePort() {
	}

	/** A port of 127.0.0.1 that is free at this moment. */
	public static int next() {
		for (int attempt = 0; attempt < 1000; attempt++) {
			int port = ThreadLocalRandom.current().nextInt(FROM, TO);
			try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
				return socket.getLocalPort();
			}
			catch (IOException taken) {
				continue;
			}
		}
		throw new IllegalStateException("No free port between %d and %d".formatted(FROM, TO));
	}

}
