package app.frontrow.catalogue.web;

import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.stereotype.Component;

/**
 * Describes the optional parts of concerts as parts that may be null. The annotation
 * {@code Nullable} has no effect on a member that refers to another schema.
 */
@Component
class ConcertSchemaCustomizer implements GlobalOpenApiCustomizer {

	@Override
	public void customise(OpenAPI document) {
		for (Schema<?> schema : document.getComponents().getSchemas().values()) {
			orNull(schema, "translation");
			orNull(schema, "visit");
		}
	}

	private static void orNull(Schema<?> schema, String member) {
		if (schema.getProperties() == null || !schema.getProperties().containsKey(member)) {
			return;
		}
		Schema<?> reference = schema.getProperties().get(member);
		schema.addProperty(member, new Schema<>().oneOf(List.of(reference, new Schema<>().types(Set.of("null")))));
	}

}
