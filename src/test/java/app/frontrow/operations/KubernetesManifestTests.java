package app.frontrow.operations;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The manifests of Kubernetes, each overlay as Kustomize would render it, against the
 * schemas of the Kubernetes client. They refuse unknown and missing fields.
 */
class KubernetesManifestTests {

	private static final Path FOLDER = Path.of("ops", "kubernetes");

	private static final JsonMapper JSON = JsonMapper.shared();

	/** The Prometheus Operator has the schema of the last kind. */
	private static final Map<String, Schema> SCHEMAS = Map.of("v1 ConfigMap", V1ConfigMap::validateJsonElement,
			"batch/v1 Job", V1Job::validateJsonElement, "apps/v1 Deployment", V1Deployment::validateJsonElement,
			"v1 Service", V1Service::validateJsonElement, "networking.k8s.io/v1 Ingress",
			V1Ingress::validateJsonElement, "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
			"autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement,
			"networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement,
			"monitoring.coreos.com/v1 ServiceMonitor", (any) -> {
			});

	@ParameterizedTest
	@ValueSource(strings = { "base", "overlays/small", "overlays/large" })
	void manifestsHaveTheSchemasOfKubernetes(String folder) throws IOException {
		Map<String, ObjectNode> objects = render(FOLDER.resolve(folder));

		assertThat(objects).hasSize(SCHEMAS.size());
		for (ObjectNode object : objects.values()) {
			validate(object);
		}
	}

	@Test
	void mistypedFieldIsNoticed() throws IOException {
		ObjectNode deployment = render(FOLDER.resolve("base")).get("Deployment frontrow");
		((ObjectNode) deployment.at("/spec/template/spec/containers/0")).put("readinesProbe", "x");

		assertThatIllegalArgumentException().isThrownBy(() -> validate(deployment))
			.withMessageContaining("readinesProbe");
	}

	@Test
	void namesOfOtherObjectsExist() throws IOException {
		Map<String, ObjectNode> objects = render(FOLDER.resolve("base"));
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

	/** The objects of a folder, by kind and name. */
	private static Map<String, ObjectNode> render(Path folder) throws IOException {
		Map<String, ObjectNode> objects = new LinkedHashMap<>();
		JsonNode kustomization = read(folder.resolve("kustomization.yaml"));
		for (JsonNode resource : kustomization.at("/resources")) {
			Path path = folder.resolve(resource.asString());
			if (Files.isDirectory(path)) {
				objects.putAll(render(path));
			}
			else {
				ObjectNode object = read(path);
				objects.put(object.at("/kind").asString() + " " + object.at("/metadata/name").asString(), object);
			}
		}
		for (JsonNode patch : kustomization.at("/patches")) {
			ObjectNode target = objects
				.get(patch.at("/target/kind").asString() + " " + patch.at("/target/name").asString());
			assertThat(target).as(patch.toString()).isNotNull();
			List<?> operations = new Yaml().load(patch.at("/patch").asString());
			operations.forEach((operation) -> apply(target, JSON.valueToTree(operation)));
		}
		return objects;
	}

	/** One operation of RFC 6902. */
	private static void apply(ObjectNode target, JsonNode operation) {
		String path = operation.at("/path").asString();
		String field = path.substring(path.lastIndexOf('/') + 1);
		JsonNode parent = target.at(path.substring(0, path.lastIndexOf('/')));
		boolean exists = !target.at(path).isMissingNode();
		assertThat(exists).as(path).isEqualTo(!operation.at("/op").asString().equals("add"));
		assertThat(parent).as(path).isInstanceOf(ObjectNode.class).isNotInstanceOf(ArrayNode.class);
		if (operation.at("/op").asString().equals("remove")) {
			((ObjectNode) parent).remove(field);
		}
		else {
			((ObjectNode) parent).set(field, operation.at("/value"));
		}
	}

	private static ObjectNode read(Path file) throws IOException {
		try (Reader text = Files.newBufferedReader(file)) {
			Map<String, Object> content = new HashMap<>(new Yaml().<Map<String, Object>>load(text));
			return JSON.valueToTree(content);
		}
	}

	/**
	 * A schema of the Kubernetes client.
	 */
	@FunctionalInterface
	private interface Schema {

		void validate(JsonElement object) throws IOException;

	}

}
