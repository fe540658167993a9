package app.frontrow.operations;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import app.frontrow.stores.FreePort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Debian's Prometheus with the configuration and the alerts of an installation. It
 * scrapes instances on this machine, and every time in these files is shorter by one
 * factor.
 */
final class PrometheusProcess implements AutoCloseable {

	private static final Path PROGRAM = Path.of("/usr/bin/prometheus");

	private static final int TIMES_FASTER = 15;

	private static final Pattern TIME = Pattern.compile("(_interval: |for: |\\[)(\\d+[smh])\\b");

	private static final Pattern TARGETS = Pattern.compile("targets: \\[.*]");

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final int port = FreePort.next();

	private final ListeningProcess process;

	private PrometheusProcess(Path folder) throws IOException {
		this.process = ListeningProcess.start(this.port, folder.resolve("prometheus.log"),
				List.of(PROGRAM.toString(), "--config.file=" + folder.resolve("prometheus.yml"),
						"--storage.tsdb.path=" + folder.resolve("data"),
						"--web.listen-address=127.0.0.1:" + this.port));
	}

	/** Whether Prometheus is installed. */
	static boolean isInstalled() {
		return Files.isExecutable(PROGRAM);
	}

	/**
	 * Starts it, and returns when it listens.
	 * @param folder for its files
	 * @param figures management ports of the instances
	 */
	static PrometheusProcess start(Path folder, List<Integer> figures) throws IOException {
		String targets = figures.stream().map(PrometheusProcess::instance).collect(Collectors.joining(", "));
		String configuration = shorten(Files.readString(MonitoringFiles.PROMETHEUS));
		Files.writeString(folder.resolve("prometheus.yml"),
				TARGETS.matcher(configuration).replaceAll("targets: [" + targets + "]"));
		Files.writeString(folder.resolve("alerts.yml"), shorten(Files.readString(MonitoringFiles.ALERTS)));
		return new PrometheusProcess(folder);
	}

	/** The name that Prometheus gives to the instance with this management port. */
	static String instance(int figures) {
		return "127.0.0.1:" + figures;
	}

	/** The answer of Prometheus's API at this path, which must be a success. */
	JsonNode ask(String path) throws IOException, InterruptedException {
		HttpResponse<String> answer = HTTP.send(
				HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/api/v1/" + path)).build(),
				BodyHandlers.ofString());
		if (answer.statusCode() != 200) {
			throw new IOException(path + " was answered with " + answer.body());
		}
		return JsonMapper.shared().readTree(answer.body()).at("/data");
	}

	/** The series that the expression gives now. */
	JsonNode query(String expression) throws IOException, InterruptedException {
		return ask("query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8)).at("/result");
	}

	/** How often this instance was scraped since Prometheus started. */
	long scrapes(String instance) throws IOException, InterruptedException {
		return query("count_over_time(up{instance=\"" + instance + "\"}[1h])").at("/0/value/1").asLong(0);
	}

	/** The alerts that fire now, each with its instance or address if it has one. */
	Set<String> firing() throws IOException, InterruptedException {
		return alerts("ALERTS{alertstate=\"firing\"}");
	}

	/** The alerts that fired at some time in this last time. */
	Set<String> firedWithin(Duration time) throws IOException, InterruptedException {
		return alerts("last_over_time(ALERTS{alertstate=\"firing\"}[" + time.toMillis() + "ms])");
	}

	private Set<String> alerts(String expression) throws IOException, InterruptedException {
		Set<String> found = new TreeSet<>();
		query(expression).forEach((alert) -> found.add((alert.at("/metric/alertname").asString() + " "
				+ alert.at("/metric/instance").asString("") + alert.at("/metric/uri").asString(""))
			.strip()));
		return found;
	}

	/** Makes every interval, {@code for} and range of a file shorter. */
	private static String shorten(String file) {
		return TIME.matcher(file)
			.replaceAll((time) -> Matcher.quoteReplacement(
					time.group(1) + Duration.parse("PT" + time.group(2)).dividedBy(TIMES_FASTER).toMillis() + "ms"));
	}

	@Override
	public void close() {
		this.process.close();
	}

}
