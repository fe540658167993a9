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
 * Completes the schemas of the OpenAPI document. All members of an answer are required,
 * because they are always present and may be null. Each body gets an example.
 */
class OpenApiSchemaCustomizer implements GlobalOpenApiCustomizer, Ordered {

	/** Each module has one file with examples. */
	private static final String EXAMPLES = "classpath*:openapi/*.json";

	private final Map<String, JsonNode> examples = new HashMap<>();

	OpenApiSchemaCustomizer() {
		try {
			for (Resource file : new PathMatchingResourcePatternResolver().getResources(EXAMPLES)) {
				// uses springdoc's own mapper, because that one drops null values of
				// another mapper
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
		// a request body has its required members already, by its constraints
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
