package app.frontrow.stores;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The embedded Redis, with an append-only file so that a restart loses nothing.
 */
final class RedisProcess extends StoreProcess {

	private final StoreBinaries binaries;

	private final String password;

	private final List<String> tuning;

	private Path program;

	RedisProcess(Path folder, StoreBinaries binaries, String password, List<String> tuning) {
		super(folder);
		this.binaries = binaries;
		this.password = password;
		this.tuning = tuning;
	}

	String url() {
		return "redis://:%s@127.0.0.1:%d".formatted(this.password, port());
	}

	@Override
	void prepare() throws IOException {
		this.program = this.binaries.redis();
		StoreProgramCheck.requireRunnable(this.program, environment());
		Files.createDirectories(data());
	}

	@Override
	List<String> command() {
		List<String> command = new ArrayList<>(List.of(this.program.toString(), "--port", String.valueOf(port()),
				"--bind", "127.0.0.1", "--requirepass", this.password));
		command.addAll(List.of("--dir", data().toString(), "--appendonly", "yes", "--save", ""));
		command.addAll(this.tuning);
		return command;
	}

	@Override
	boolean answers() throws IOException {
		try (Socket socket = new Socket("127.0.0.1", port())) {
			socket.setSoTimeout(1000);
			String ask = "AUTH %s\r\nPING\r\n".formatted(this.password);
			socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
			BufferedReader answer = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
			return "+OK".equals(answer.readLine()) && "+PONG".equals(answer.readLine());
		}
	}

}
