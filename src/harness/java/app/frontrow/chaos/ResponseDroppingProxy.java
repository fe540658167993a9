package app.frontrow.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Stands in front of an instance and passes everything on. Once armed, it waits for the
 * answer to a purchase, throws it away, and resets the client's connection: what was
 * asked for is done, and the client does not know.
 */
final class ResponseDroppingProxy implements AutoCloseable {

	private static final Pattern REQUEST = Pattern.compile("(GET|PUT|POST|DELETE|HEAD) .*", Pattern.DOTALL);

	private static final Pattern PURCHASE = Pattern.compile(
			"(POST /api/v1/(payments|reservations|wallet/charges)|DELETE /api/v1/reservations/).*", Pattern.DOTALL);

	private final int target;

	private final ServerSocket door;

	private final AtomicInteger armed = new AtomicInteger();

	private final AtomicInteger cuts = new AtomicInteger();

	ResponseDroppingProxy(int target) {
		this.target = target;
		try {
			this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		daemon(this::listen);
	}

	int port() {
		return this.door.getLocalPort();
	}

	/** The next answers to purchases, as many as this, are lost. */
	void arm(int answers) {
		this.armed.set(answers);
	}

	/** How many answers were lost so far. */
	int cuts() {
		return this.cuts.get();
	}

	@Override
	public void close() throws IOException {
		this.door.close();
	}

	private void listen() {
		while (!this.door.isClosed()) {
			try {
				Socket client = this.door.accept();
				daemon(() -> serve(client));
			}
			catch (IOException closed) {
				return;
			}
		}
	}

	private void serve(Socket accepted) {
		try (Socket client = accepted; Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target)) {
			client.setTcpNoDelay(true);
			server.setTcpNoDelay(true);
			AtomicBoolean purchase = new AtomicBoolean();
			daemon(() -> passRequestsOn(client, server, purchase));
			passAnswersBack(server, client, purchase);
		}
		catch (IOException gone) {
			// whichever side ended it, both sockets are closed now
			return;
		}
	}

	private static void passRequestsOn(Socket client, Socket server, AtomicBoolean purchase) {
		byte[] chunk = new byte[16_384];
		try (server) {
			InputStream in = client.getInputStream();
			OutputStream out = server.getOutputStream();
			for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
				String text = new String(chunk, 0, Math.min(length, 80), StandardCharsets.ISO_8859_1);
				if (REQUEST.matcher(text).matches()) {
					purchase.set(PURCHASE.matcher(text).matches());
				}
				out.write(chunk, 0, length);
			}
		}
		catch (IOException gone) {
			// the other direction notices too
			return;
		}
	}

	private void passAnswersBack(Socket server, Socket client, AtomicBoolean purchase) throws IOException {
		byte[] chunk = new byte[16_384];
		InputStream in = server.getInputStream();
		OutputStream out = client.getOutputStream();
		for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
			if (purchase.get() && this.armed.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
				this.cuts.incrementAndGet();
				client.setSoLinger(true, 0);
				return;
			}
			out.write(chunk, 0, length);
		}
	}

	private static void daemon(Runnable work) {
		Thread thread = new Thread(work, "cut-proxy");
		thread.setDaemon(true);
		thread.start();
	}

}
