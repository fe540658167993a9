package app.frontrow.stores;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A sentinel: the program of Redis in the mode that watches a master. It writes to its
 * configuration what it learns.
 */
final class SentinelProcess extends StoreProcess {

	private final StoreBinaries binaries;

	private final String configuration;

	private Path program;

	/**
	 * A sentinel.
	 * @param configuration what it watches, one setting per line
	 */
	SentinelProcess(Path folder, StoreBinaries binaries, String configuration) {
		super(folder);
		this.binaries = binaries;
		this.configuration = configuration;
	}

	@Override
	void prepare() throws IOException {
		this.program = this.binaries.redis();
		Files.createDirectories(data());
		Files.writeString(data().resolve("sentinel.conf"), this.configuration);
	}

	@Override
	List<String> command() {
		return List.of(this.program.toString(), data().resolve("sentinel.conf").toString(), "--sentinel", "--port",
				String.valueOf(port()), "--bind", "127.0.0.1", "--dir", data().toString());
	}

	@Override
	boolean answers() throws IOException {
		try (Socket socket = new Socket("127.0.0.1", port())) {
			socket.setSoTimeout(1000);
			socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
			return "+PONG"
				.equals(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
					.readLine());
		}
	}

}
