package app.frontrow.operations;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the alerts and the dashboard.
 */
final class MonitoringFiles {

	static final Path PROMETHEUS = Path.of("ops", "prometheus", "prometheus.yml");

	static final Path ALERTS = Path.of("ops", "prometheus", "alerts.yml");

	static final Path ALERT_TESTS = Path.of("ops", "prometheus", "alerts-test.yml");

	static final Path DASHBOARD = Path.of("ops", "grafana", "dashboards", "frontrow.json");

	private static final Pattern METRIC = Pattern.compile("\\b(frontrow|http_server|hikaricp|jvm|process)_\\w+");

	private MonitoringFiles() {
	}

	/** Names of the alerts, each with the place in the runbook. */
	static Map<String, String> alerts() throws IOException {
		Map<String, String> found = new LinkedHashMap<>();
		for (Map<?, ?> rule : rules()) {
			found.put((String) rule.get("alert"), (String) ((Map<?, ?>) rule.get("annotations")).get("runbook"));
		}
		return found;
	}

	/** The expressions of all alerts. */
	static List<String> alertExpressions() throws IOException {
		List<String> found = new ArrayList<>();
		for (Map<?, ?> rule : rules()) {
			found.add((String) rule.get("expr"));
		}
		return found;
	}

	/** The expressions of all panels. */
	static List<String> panelExpressions() throws IOException {
		List<String> found = new ArrayList<>();
		JsonMapper.shared()
			.readTree(Files.readString(DASHBOARD))
			.at("/panels")
			.forEach((panel) -> panel.at("/targets").forEach((target) -> found.add(target.at("/expr").asString())));
		return found;
	}

	/** Names of the metrics that alerts and panels use. */
	static Set<String> metrics() throws IOException {
		Set<String> found = new TreeSet<>();
		List<String> expressions = new ArrayList<>(panelExpressions());
		expressions.addAll(alertExpressions());
		expressions
			.forEach((expression) -> METRIC.matcher(expression).results().map(MatchResult::group).forEach(found::add));
		return found;
	}

	private static List<Map<?, ?>> rules() throws IOException {
		List<Map<?, ?>> found = new ArrayList<>();
		try (Reader file = Files.newBufferedReader(ALERTS)) {
			Map<String, List<Map<String, List<Map<?, ?>>>>> content = new Yaml().load(file);
			content.get("groups").forEach((group) -> found.addAll(group.get("rules")));
		}
		return found;
	}

}
