package app.frontrow.shared.web.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Completes the schemas of the OpenAPI document: an answer always has all its members,
 * some of them null, and bodies have an example each.
 */
class OpenApiSchemaCustomizer implements GlobalOpenApiCustomizer, Ordered {

	/** One file for each module. */
	private static final String EXAMPLES = "classpath*:openapi/*.json";

	private final Map<String, JsonNode> examples = new HashMap<>();

	OpenApiSchemaCustomizer() {
		try {
			for (Resource file : new PathMatchingResourcePatternResolver().getResources(EXAMPLES)) {
				// read by what writes the document: it drops nulls that are not its own
				Json31.mapper()
					.readTree(file.getContentAsByteArray())
					.properties()
					.forEach((example) -> this.examples.put(example.getKey(), example.getValue()));
			}
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	@Override
	public int getOrder() {
		return OpenApiConfiguration.CONTRACT;
	}

	@Override
	@SuppressWarnings("rawtypes") // as the library has it
	public void customise(OpenAPI document) {
		Map<String, Schema> schemas = document.getComponents().getSchemas();
		schemas.forEach(this::complete);
	}

	private void complete(String name, Schema<?> schema) {
		// what a request must have is known by its constraints
		if (schema.getRequired() == null && schema.getProperties() != null) {
			schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
		}
		if (this.examples.containsKey(name)) {
			example(schema, this.examples.get(name));
		}
	}

	@SuppressWarnings("unchecked")
	private static void example(Schema<?> schema, Object example) {
		((Schema<Object>) schema).setExamples(List.of(example));
	}

}
