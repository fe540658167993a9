package app.frontrow.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.awaitility.Awaitility;
import org.openqa.selenium.bidi.BiDi;
import org.openqa.selenium.bidi.Command;
import org.openqa.selenium.bidi.Connection;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;

/**
 * Firefox without a window. It speaks WebDriver BiDi by itself, so that no driver has to
 * be installed beside it.
 */
final class FirefoxBrowser implements AutoCloseable {

	private static final String ANNOUNCEMENT = "WebDriver BiDi listening on ";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Process process;

	private final BiDi protocol;

	private final String window;

	private final String base;

	private FirefoxBrowser(Process process, String address, int port) {
		this.process = process;
		this.base = "http://localhost:" + port;
		HttpClient client = HttpClient.Factory.createDefault()
			.createClient(ClientConfig.defaultConfig().baseUri(URI.create(address)));
		this.protocol = new BiDi(new Connection(client, address), PATIENCE);
		send("session.new", Map.of("capabilities", Map.of()));
		List<?> windows = (List<?>) send("browsingContext.getTree", Map.of()).get("contexts");
		this.window = (String) ((Map<?, ?>) windows.get(0)).get("context");
	}

	/** The program, if it is installed. */
	static Optional<String> program() {
		return Browser.program("firefox-esr", "firefox");
	}

	/** A new Firefox with a profile of its own. */
	static FirefoxBrowser open(String program, Path profile, int port) throws IOException {
		Process process = new ProcessBuilder(program, "--headless", "--no-remote", "--remote-debugging-port", "0",
				"--profile", profile.toString())
			.redirectErrorStream(true)
			.start();
		BufferedReader output = process.inputReader();
		String line = output.readLine();
		while (line != null && !line.startsWith(ANNOUNCEMENT)) {
			line = output.readLine();
		}
		if (line == null) {
			throw new IllegalStateException("Firefox ended without an address for its driver");
		}
		Thread reader = new Thread(() -> output.lines().forEach((rest) -> {
		}), "firefox-output");
		reader.setDaemon(true);
		reader.start();
		return new FirefoxBrowser(process, line.substring(ANNOUNCEMENT.length()) + "/session", port);
	}

	/** Runs a script before those of each page that is opened from now on. */
	FirefoxBrowser beforeEachPage(String script) {
		send("script.addPreloadScript", Map.of("functionDeclaration", "() => { " + script + " }"));
		return this;
	}

	/** Opens a page of the product. */
	FirefoxBrowser go(String path) {
		send("browsingContext.navigate", Map.of("context", this.window, "url", this.base + path, "wait", "complete"));
		return this;
	}

	/** The value of an expression in the page, as text. */
	String value(String expression) {
		Map<String, Object> answer = send("script.evaluate", Map.of("expression", "String(" + expression + ")",
				"target", Map.of("context", this.window), "awaitPromise", true));
		if (!"success".equals(answer.get("type"))) {
			throw new IllegalStateException(expression + ": " + answer);
		}
		return (String) ((Map<?, ?>) answer.get("result")).get("value");
	}

	/** Waits until an expression in the page is true. */
	void until(String condition) {
		Awaitility.await(condition)
			.atMost(PATIENCE)
			.ignoreExceptions()
			.until(() -> value("Boolean(" + condition + ")").equals("true"));
	}

	@Override
	public void close() {
		this.protocol.close();
		this.process.destroy();
	}

	private Map<String, Object> send(String method, Map<String, Object> parameters) {
		return this.protocol.send(new Command<>(method, parameters, Map.class));
	}

}
