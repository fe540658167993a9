package app.frontrow.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The alerts and the dashboard that operators install. Prometheus's own program reads
 * them where it is installed; {@code script/ops-test} installs it.
 */
class AlertRulesTests {

	private static final Path RUNBOOK = Path.of("docs", "runbook.md");

	@Test
	@ProvesRule(rule = "Each alert has a section in the runbook", guard = "alerts.yml:runbook",
			brokenBy = "renaming an alert")
	void eachAlertHasItsSectionInTheRunbook() throws IOException {
		List<String> sections = Files.readAllLines(RUNBOOK)
			.stream()
			.filter((line) -> line.matches("## \\w+"))
			.map((line) -> line.substring("## ".length()))
			.toList();
		Map<String, String> alerts = MonitoringFiles.alerts();

		assertThat(alerts.keySet()).isNotEmpty().containsExactlyInAnyOrderElementsOf(sections);
		assertThat(alerts).allSatisfy(
				(name, runbook) -> assertThat(runbook).isEqualTo("docs/runbook.md#" + name.toLowerCase(Locale.ROOT)));
	}

	@Test
	void eachAlertHasACaseInWhichItFires() throws IOException {
		String cases = Files.readString(MonitoringFiles.ALERT_TESTS);

		assertThat(MonitoringFiles.alerts().keySet())
			.allSatisfy((name) -> assertThat(cases).contains("  - name: " + name + "\n"));
	}

	@Test
	@EnabledIf(value = "isPromtoolInstalled", disabledReason = "Prometheus is not installed")
	void alertsFireWhenTheyShould() throws Exception {
		promtool("test", "rules", MonitoringFiles.ALERT_TESTS.toString());
	}

	/** It also reads the file with the rules that the configuration names. */
	@Test
	@EnabledIf(value = "isPromtoolInstalled", disabledReason = "Prometheus is not installed")
	void prometheusReadsItsConfiguration() throws Exception {
		promtool("check", "config", MonitoringFiles.PROMETHEUS.toString());
	}

	/** Each panel becomes a rule, so that Prometheus reads its expression. */
	@Test
	@EnabledIf(value = "isPromtoolInstalled", disabledReason = "Prometheus is not installed")
	void panelsHaveExpressionsThatPrometheusReads(@TempDir Path folder) throws Exception {
		String rules = MonitoringFiles.panelExpressions()
			.stream()
			.map((expression) -> "  - record: a\n    expr: >\n      " + expression + "\n")
			.collect(Collectors.joining());
		Path file = folder.resolve("panels.yml");
		for (String rule : rules.split("(?=  - record)")) {
			Files.writeString(file, "groups:\n- name: panel\n  rules:\n" + rule);
			promtool("check", "rules", file.toString());
		}
	}

	static boolean isPromtoolInstalled() {
		return Files.isExecutable(Path.of("/usr/bin/promtool"));
	}

	private static void promtool(String... arguments) throws Exception {
		Process process = new ProcessBuilder(Stream.concat(Stream.of("promtool"), List.of(arguments).stream()).toList())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
	}

}
