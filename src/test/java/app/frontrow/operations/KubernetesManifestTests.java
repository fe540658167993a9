package app.frontrow.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import app.frontrow.rules.ProvesRule;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The manifests of Kubernetes, each overlay as Kustomize would render it, against the
 * schemas of the Kubernetes client. They refuse unknown and missing fields, and so do
 * {@link Kustomization} and {@link ServiceMonitor}, which the client does not have.
 */
class KubernetesManifestTests {

	private static final Path FOLDER = Path.of("ops", "kubernetes");

	private static final Path RUNNING = Path.of("docs", "running.md");

	/** Each command that makes a secret. */
	private static final Pattern SECRET = Pattern
		.compile("kubectl create secret generic (\\S+)((?: --from-file=secrets/[a-z-]+)+)\n");

	private static final Pattern SECRET_FILE = Pattern.compile("--from-file=secrets/([a-z-]+)");

	/** A setting that comes from a file in /run/secrets. */
	private static final Pattern FROM_FILE = Pattern.compile("\\$\\{([a-z-]+)}");

	private static final Pattern PORT = Pattern.compile(":(\\d+)\\b");

	private static final Map<String, Schema> SCHEMAS = Map.of("v1 ConfigMap", V1ConfigMap::validateJsonElement,
			"batch/v1 Job", V1Job::validateJsonElement, "apps/v1 Deployment", V1Deployment::validateJsonElement,
			"v1 Service", V1Service::validateJsonElement, "networking.k8s.io/v1 Ingress",
			V1Ingress::validateJsonElement, "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
			"autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement,
			"networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement,
			"monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor::validate);

	@ParameterizedTest
	@ValueSource(strings = { "base", "overlays/small", "overlays/large" })
	void manifestsHaveTheSchemasOfKubernetes(String folder) throws IOException {
		Map<String, ObjectNode> objects = Kustomization.render(FOLDER.resolve(folder));

		assertThat(objects).hasSize(SCHEMAS.size());
		for (ObjectNode object : objects.values()) {
			validate(object);
		}
	}

	@Test
	void mistypedFieldIsNoticed() throws IOException {
		ObjectNode deployment = Kustomization.render(FOLDER.resolve("base")).get("Deployment frontrow");
		((ObjectNode) deployment.at("/spec/template/spec/containers/0")).put("readinesProbe", "x");

		assertThatIllegalArgumentException().isThrownBy(() -> validate(deployment))
			.withMessageContaining("readinesProbe");
	}

	@Test
	void mistypedFieldOfTheServiceMonitorIsNoticed() throws IOException {
		ObjectNode monitor = Kustomization.render(FOLDER.resolve("base")).get("ServiceMonitor frontrow");
		((ObjectNode) monitor.at("/spec/endpoints/0")).put("intervall", "15s");

		assertThatExceptionOfType(UnrecognizedPropertyException.class).isThrownBy(() -> validate(monitor))
			.withMessageContaining("intervall");
	}

	@Test
	void mistypedFieldOfKustomizeIsNoticed() throws IOException {
		ObjectNode content = Kustomization.read(FOLDER.resolve("overlays/small/kustomization.yaml"));
		((ObjectNode) content.at("/images/0")).put("newtag", "1");

		assertThatExceptionOfType(UnrecognizedPropertyException.class).isThrownBy(() -> Kustomization.parse(content))
			.withMessageContaining("newtag");
	}

	@ParameterizedTest
	@ValueSource(strings = { "overlays/small", "overlays/large" })
	void overlayNamesTheImageOfEachContainer(String folder) throws IOException {
		Map<String, ObjectNode> objects = Kustomization.render(FOLDER.resolve(folder));

		for (String object : List.of("Deployment frontrow", "Job frontrow-migrate")) {
			assertThat(objects.get(object).at("/spec/template/spec/containers/0/image").asString())
				.startsWith("registry.example/frontrow:");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "base", "overlays/small", "overlays/large" })
	@ProvesRule(rule = "The documented secrets have the keys that the manifests use",
			guard = "settings.yaml:${token-key}", brokenBy = "renaming a key in settings.yaml or migration.yaml")
	void secretsOfTheDocumentationHaveTheKeysThatAreUsed(String folder) throws IOException {
		Map<String, ObjectNode> objects = Kustomization.render(FOLDER.resolve(folder));
		JsonNode pod = objects.get("Deployment frontrow").at("/spec/template/spec");
		assertThat(pod.at("/containers/0/volumeMounts/0/mountPath").asString()).isEqualTo("/run/secrets");
		Map<String, Set<String>> used = new TreeMap<>();
		used.put(pod.at("/volumes/0/secret/secretName").asString(), find(FROM_FILE, settings(objects)));
		objects.get("Job frontrow-migrate").findValues("secretKeyRef").forEach((reference) -> {
			used.computeIfAbsent(reference.at("/name").asString(), (name) -> new TreeSet<>())
				.add(reference.at("/key").asString());
		});

		assertThat(documentedSecrets()).isEqualTo(used);
		assertThat(Files.readString(RUNNING)).contains("kubectl create secret tls "
				+ objects.get("Ingress frontrow").at("/spec/tls/0/secretName").asString() + " ");
	}

	@Test
	void documentedSecretsAreMadeOfFilesThatExist() throws IOException {
		String maker = Files.readString(Path.of("ops", "make-secrets"));

		assertThat(documentedSecrets().values()).allSatisfy((files) -> assertThat(files)
			.allSatisfy((file) -> assertThat(maker).containsPattern("[ /]" + file + "\\b")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "base", "overlays/small", "overlays/large" })
	@ProvesRule(rule = "The network policy lets instances reach what they call, and nothing else",
			guard = "network-policy.yaml:egress", brokenBy = "leaving out the port of Redis, or the type Egress")
	void instancesReachWhatTheyCall(String folder) throws IOException {
		Map<String, ObjectNode> objects = Kustomization.render(FOLDER.resolve(folder));
		JsonNode policy = objects.get("NetworkPolicy frontrow").at("/spec");
		Set<String> open = new TreeSet<>();
		policy.at("/egress").forEach((rule) -> {
			assertThat(rule.at("/ports")).isNotEmpty();
			rule.at("/ports")
				.forEach((port) -> open.add(port.at("/protocol").asString("TCP") + " " + port.at("/port").asString()));
		});

		assertThat(policy.at("/policyTypes")).extracting(JsonNode::asString).containsExactly("Ingress", "Egress");
		assertThat(open).contains("UDP 53", "TCP 53", "TCP 4318", "TCP 587", "TCP 443");
		assertThat(find(PORT, settings(objects))).isNotEmpty()
			.allSatisfy((port) -> assertThat(open).contains("TCP " + port));
	}

	@Test
	void namesOfOtherObjectsExist() throws IOException {
		Map<String, ObjectNode> objects = Kustomization.render(FOLDER.resolve("base"));
		JsonNode deployment = objects.get("Deployment frontrow");
		JsonNode labels = deployment.at("/spec/template/metadata/labels");
		List<String> ports = new ArrayList<>();
		deployment.at("/spec/template/spec/containers/0/ports")
			.forEach((port) -> ports.add(port.at("/name").asString()));

		assertThat(deployment.at("/spec/selector/matchLabels")).isEqualTo(labels);
		assertThat(objects.get("Service frontrow").at("/spec/selector")).isEqualTo(labels);
		assertThat(objects.get("PodDisruptionBudget frontrow").at("/spec/selector/matchLabels")).isEqualTo(labels);
		assertThat(objects.get("NetworkPolicy frontrow").at("/spec/podSelector/matchLabels")).isEqualTo(labels);
		for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
			assertThat(deployment.at("/spec/template/spec/containers/0/" + probe + "/httpGet/port").asString())
				.isEqualTo("http");
		}
		objects.get("Service frontrow")
			.at("/spec/ports")
			.forEach((port) -> assertThat(ports).contains(port.at("/targetPort").asString()));
		assertThat(ports).contains(objects.get("ServiceMonitor frontrow").at("/spec/endpoints/0/port").asString());
		assertThat(objects.get("HorizontalPodAutoscaler frontrow").at("/spec/scaleTargetRef/name"))
			.isEqualTo(deployment.at("/metadata/name"));
		assertThat(objects.get("Ingress frontrow").at("/spec/rules/0/http/paths/0/backend/service/name"))
			.isEqualTo(objects.get("Service frontrow").at("/metadata/name"));
	}

	private static void validate(ObjectNode object) throws IOException {
		Schema schema = SCHEMAS.get(object.at("/apiVersion").asString() + " " + object.at("/kind").asString());
		assertThat(schema).as(object.toString()).isNotNull();
		schema.validate(new Gson().fromJson(object.toString(), JsonElement.class));
	}

	/** The names of the secrets, each with its keys. */
	private static Map<String, Set<String>> documentedSecrets() throws IOException {
		Map<String, Set<String>> secrets = new TreeMap<>();
		SECRET.matcher(Files.readString(RUNNING))
			.results()
			.forEach((command) -> secrets.put(command.group(1), find(SECRET_FILE, command.group(2))));
		return secrets;
	}

	private static String settings(Map<String, ObjectNode> objects) {
		return objects.get("ConfigMap frontrow").at("/data").toString();
	}

	private static Set<String> find(Pattern pattern, String text) {
		return pattern.matcher(text)
			.results()
			.map((found) -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * A schema of the Kubernetes client.
	 */
	@FunctionalInterface
	private interface Schema {

		void validate(JsonElement object) throws IOException;

	}

}
