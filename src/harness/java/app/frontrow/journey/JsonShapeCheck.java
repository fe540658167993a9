package app.frontrow.journey;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

/**
 * Compares JSON with a schema of the OpenAPI document. It is stricter than the schema:
 * members that the schema does not name are faults.
 */
final class JsonShapeCheck {

	private final JsonNode document;

	JsonShapeCheck(JsonNode document) {
		this.document = document;
	}

	/** All faults, each with its place in the JSON. */
	List<String> faults(JsonNode schema, JsonNode json) {
		List<String> faults = new ArrayList<>();
		check(schema, json, "", faults);
		return faults;
	}

	private void check(JsonNode reference, JsonNode json, String at, List<String> faults) {
		JsonNode schema = resolved(reference);
		for (String choice : List.of("oneOf", "anyOf")) {
			if (schema.has(choice)) {
				if (schema.get(choice).valueStream().noneMatch((one) -> faults(one, json).isEmpty())) {
					faults.add(at + " is none of what it may be: " + json);
				}
				return;
			}
		}
		if (types(schema).stream().noneMatch((type) -> isOf(type, json))) {
			faults.add(at + " is not of the type " + types(schema) + ": " + json);
			return;
		}
		if (!json.isNull() && schema.has("enum")
				&& schema.get("enum").valueStream().noneMatch((value) -> value.equals(json))) {
			faults.add(at + " is none of the values: " + json);
		}
		if (json.isString() && !isFormatted(schema.path("format").asString(""), json.asString())) {
			faults.add(at + " is no " + schema.get("format").asString() + ": " + json);
		}
		if (json.isObject()) {
			checkMembers(schema, json, at, faults);
		}
		else if (json.isArray()) {
			json.forEach((item) -> check(schema.path("items"), item, at + "[]", faults));
		}
	}

	private void checkMembers(JsonNode schema, JsonNode json, String at, List<String> faults) {
		schema.path("required").forEach((name) -> {
			if (!json.has(name.asString())) {
				faults.add(at + "." + name.asString() + " is missing");
			}
		});
		json.properties().forEach((member) -> {
			JsonNode type = schema.path("properties").path(member.getKey());
			if (type.isMissingNode()) {
				faults.add(at + "." + member.getKey() + " is not described");
			}
			else {
				check(type, member.getValue(), at + "." + member.getKey(), faults);
			}
		});
	}

	/** Follows a reference. */
	JsonNode resolved(JsonNode node) {
		return node.has("$ref") ? resolved(this.document.at(node.get("$ref").asString().substring(1))) : node;
	}

	private static List<String> types(JsonNode schema) {
		JsonNode type = schema.path("type");
		return type.isArray() ? type.valueStream().map(JsonNode::asString).toList() : List.of(type.asString(""));
	}

	private static boolean isOf(String type, JsonNode json) {
		return switch (type) {
			case "object" -> json.isObject();
			case "array" -> json.isArray();
			case "string" -> json.isString();
			case "integer" -> json.isIntegralNumber();
			case "number" -> json.isNumber();
			case "boolean" -> json.isBoolean();
			case "null" -> json.isNull();
			default -> false;
		};
	}

	private static boolean isFormatted(String format, String text) {
		try {
			switch (format) {
				case "date-time" -> OffsetDateTime.parse(text);
				case "uuid" -> UUID.fromString(text);
				default -> {
				}
			}
			return true;
		}
		catch (RuntimeException malformed) {
			return false;
		}
	}

}
