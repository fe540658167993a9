package app.frontrow.shared.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.core.io.ClassPathResource;

/**
 * Completes the schemas of the OpenAPI document: an answer always has all its members,
 * some of them null, and bodies have an example each.
 */
class OpenApiSchemas implements GlobalOpenApiCustomizer {

	private final JsonNode examples;

	OpenApiSchemas() {
		try (InputStream file = new ClassPathResource("openapi/examples.json").getInputStream()) {
			// read by what writes the document: it drops nulls that are not its own
			this.examples = Json31.mapper().readTree(file);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	@Override
	@SuppressWarnings("rawtypes") // as the library has it
	public void customise(OpenAPI document) {
		Map<String, Schema> schemas = document.getComponents().getSchemas();
		schemas.forEach(this::complete);
		// the annotation says so too, but is lost where a member refers to another schema
		orNull(schemas.get("QueuePlace"), "estimatedWaitSeconds");
	}

	private static void orNull(Schema<?> schema, String member) {
		Schema<?> reference = schema.getProperties().get(member);
		schema.addProperty(member, new Schema<>().oneOf(List.of(reference, new Schema<>().types(Set.of("null")))));
	}

	private void complete(String name, Schema<?> schema) {
		// what a request must have is known by its constraints
		if (schema.getRequired() == null && schema.getProperties() != null) {
			schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
		}
		if (this.examples.has(name)) {
			example(schema, this.examples.get(name));
		}
	}

	@SuppressWarnings("unchecked")
	private static void example(Schema<?> schema, Object example) {
		((Schema<Object>) schema).setExamples(List.of(example));
	}

}
