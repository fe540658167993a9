package app.frontrow.catalogue.web;

import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.stereotype.Component;

/**
 * Describes the optional parts of a concert as parts that may be null. The annotation
 * {@code Nullable} has no effect on a member that refers to another schema.
 */
@Component
class ConcertSchemaCustomizer implements GlobalOpenApiCustomizer {

	@Override
	public void customise(OpenAPI document) {
		for (String schema : new String[] { "Concert", "ConcertRequest" }) {
			orNull(document.getComponents().getSchemas().get(schema), "translation");
			orNull(document.getComponents().getSchemas().get(schema), "visit");
		}
	}

	private static void orNull(Schema<?> schema, String member) {
		Schema<?> reference = schema.getProperties().get(member);
		schema.addProperty(member, new Schema<>().oneOf(List.of(reference, new Schema<>().types(Set.of("null")))));
	}

}
