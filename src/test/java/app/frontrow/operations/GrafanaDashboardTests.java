package app.frontrow.operations;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Grafana ignores what it does not know, so a wrong dashboard would look empty. The
 * records here are the only properties that the dashboard may have, and it needs each.
 */
class GrafanaDashboardTests {

	private static final Path PROVISIONING = Path.of("ops", "grafana", "provisioning");

	private static final int COLUMNS = 24;

	/** Panels that Grafana 12 shows without a plugin, for figures over time or now. */
	private static final Set<String> PANEL_TYPES = Set.of("timeseries", "stat", "gauge", "bargauge", "barchart",
			"table", "heatmap", "histogram", "piechart", "state-timeline", "status-history");

	/** Units of Grafana that fit figures of this product. */
	private static final Set<String> UNITS = Set.of("none", "short", "percent", "percentunit", "bytes", "decbytes",
			"reqps", "ops", "s", "ms", "µs");

	private Dashboard dashboard;

	@BeforeEach
	void read() throws IOException {
		this.dashboard = JsonMapper.builder()
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
					DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
					DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
			.build()
			.readValue(Files.readString(MonitoringFiles.DASHBOARD), Dashboard.class);
	}

	@Test
	void panelsAreOfGrafana() {
		assertThat(this.dashboard.panels()).extracting(Panel::id).doesNotHaveDuplicates();
		assertThat(this.dashboard.panels()).extracting(Panel::title).doesNotHaveDuplicates().noneMatch(String::isBlank);
		assertThat(this.dashboard.panels()).extracting(Panel::type).isSubsetOf(PANEL_TYPES);
		assertThat(this.dashboard.panels()).extracting((panel) -> panel.fieldConfig().defaults())
			.allMatch((shown) -> UNITS.contains(shown.get("unit")))
			.allMatch((shown) -> Set.of("unit", "min").containsAll(shown.keySet()));
	}

	@Test
	void panelsDoNotOverlap() {
		List<Panel> panels = this.dashboard.panels();
		assertThat(panels).extracting(Panel::gridPos).allMatch(Area::isOnTheGrid);
		for (Panel panel : panels) {
			assertThat(panels.stream().filter((other) -> other.gridPos().overlaps(panel.gridPos())))
				.containsExactly(panel);
		}
	}

	@Test
	void panelsAskTheDatasourceThatIsProvisioned() throws IOException {
		Map<?, ?> provisioned = first(PROVISIONING.resolve("datasources/prometheus.yml"), "datasources");
		Datasource known = new Datasource((String) provisioned.get("type"), (String) provisioned.get("uid"));
		assertThat(this.dashboard.panels()).allSatisfy((panel) -> {
			assertThat(panel.datasource()).isEqualTo(known);
			assertThat(panel.targets()).isNotEmpty().extracting(Target::datasource).containsOnly(known);
			assertThat(panel.targets()).extracting(Target::refId).doesNotHaveDuplicates();
			assertThat(panel.targets()).extracting(Target::expr).noneMatch(String::isBlank);
		});
		assertThat(services()).extracting((name) -> "http://" + name + ":9090")
			.contains((String) provisioned.get("url"));
	}

	@Test
	void dashboardIsInTheFolderThatIsProvisioned() throws IOException {
		Map<?, ?> provider = first(PROVISIONING.resolve("dashboards/frontrow.yml"), "providers");
		assertThat(provider.get("type")).isEqualTo("file");
		String folder = (String) ((Map<?, ?>) provider.get("options")).get("path");
		assertThat(Files.readString(Path.of("docker-compose.yml"))).contains(
				"- ./" + MonitoringFiles.DASHBOARD.getParent() + ":" + folder + ":ro",
				"- ./" + PROVISIONING + ":/etc/grafana/provisioning:ro");
		try (Stream<Path> files = Files.list(MonitoringFiles.DASHBOARD.getParent())) {
			assertThat(files).containsExactly(MonitoringFiles.DASHBOARD);
		}
	}

	/** The only entry of this list in a file of Grafana's provisioning. */
	private static Map<?, ?> first(Path file, String list) throws IOException {
		try (Reader text = Files.newBufferedReader(file)) {
			Map<String, Object> content = new Yaml().load(text);
			assertThat(content.get("apiVersion")).isEqualTo(1);
			List<?> entries = (List<?>) content.get(list);
			assertThat(entries).hasSize(1);
			return (Map<?, ?>) entries.get(0);
		}
	}

	private static Set<String> services() throws IOException {
		try (Reader text = Files.newBufferedReader(Path.of("docker-compose.yml"))) {
			Map<String, Map<String, Object>> content = new Yaml().load(text);
			return content.get("services").keySet();
		}
	}

	private record Dashboard(String uid, String title, String timezone, int schemaVersion, boolean editable,
			String refresh, Map<String, String> time, List<String> tags, List<Panel> panels,
			Map<String, List<Object>> templating, Map<String, List<Object>> annotations) {
	}

	private record Panel(int id, String title, String type, Datasource datasource, Area gridPos,
			FieldConfig fieldConfig, List<Target> targets) {
	}

	private record Datasource(String type, String uid) {
	}

	private record Area(int x, int y, int w, int h) {

		boolean isOnTheGrid() {
			return this.x >= 0 && this.y >= 0 && this.w > 0 && this.h > 0 && this.x + this.w <= COLUMNS;
		}

		boolean overlaps(Area other) {
			return this.x < other.x + other.w && other.x < this.x + this.w && this.y < other.y + other.h
					&& other.y < this.y + this.h;
		}

	}

	private record FieldConfig(Map<String, Object> defaults, List<Object> overrides) {
	}

	private record Target(String refId, Datasource datasource, String expr, String legendFormat) {
	}

}
