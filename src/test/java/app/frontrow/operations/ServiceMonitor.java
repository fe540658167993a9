package app.frontrow.operations;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A ServiceMonitor with the fields of its definition by the Prometheus Operator that
 * Frontrow uses. Another field is refused.
 *
 * @param apiVersion the format
 * @param kind always ServiceMonitor
 * @param metadata name and labels
 * @param spec what is scraped
 */
record ServiceMonitor(String apiVersion, String kind, JsonNode metadata, Spec spec) {

	/** The operator's pattern of a duration, without years. */
	private static final String DURATION = "0|(\\d+w)?(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?";

	static void validate(JsonElement object) throws IOException {
		ServiceMonitor monitor = Kustomization.STRICT.readValue(object.toString(), ServiceMonitor.class);
		V1ObjectMeta.validateJsonElement(object.getAsJsonObject().get("metadata"));
		V1LabelSelector.validateJsonElement(object.getAsJsonObject().getAsJsonObject("spec").get("selector"));
		assertThat(monitor.spec().endpoints()).isNotEmpty().allSatisfy((endpoint) -> {
			assertThat(endpoint.port()).isNotBlank();
			assertThat(endpoint.path()).startsWith("/");
			assertThat(endpoint.interval()).matches(DURATION);
		});
	}

	/**
	 * What is scraped.
	 *
	 * @param jobLabel the label of the service that names the job
	 * @param selector chooses the services
	 * @param endpoints ports of the services
	 */
	record Spec(String jobLabel, Map<String, Object> selector, List<Endpoint> endpoints) {
	}

	/**
	 * A port of the services.
	 *
	 * @param port its name
	 * @param path the address of the figures
	 * @param interval the time between two scrapes
	 */
	record Endpoint(String port, String path, String interval) {
	}

}
