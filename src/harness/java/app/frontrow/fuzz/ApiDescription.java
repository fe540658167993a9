package app.frontrow.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * The API as its OpenAPI document tells of it.
 */
final class ApiDescription {

	private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

	private final JsonNode document;

	ApiDescription(JsonNode document) {
		this.document = document;
	}

	/** Everything that can be asked. */
	List<Operation> operations() {
		List<Operation> operations = new ArrayList<>();
		this.document.at("/paths")
			.properties()
			.forEach((path) -> path.getValue()
				.properties()
				.stream()
				.filter((method) -> METHODS.contains(method.getKey()))
				.forEach((method) -> operations.add(operation(path.getKey(), method.getKey(), method.getValue()))));
		return operations;
	}

	private Operation operation(String path, String method, JsonNode described) {
		List<Parameter> parameters = new ArrayList<>();
		described.at("/parameters")
			.forEach((parameter) -> parameters.add(new Parameter(parameter.at("/name").asString(),
					parameter.at("/in").asString(), resolved(parameter.at("/schema")))));
		JsonNode body = described.at("/requestBody/content/application~1json/schema");
		String needs = described.at("/security").toString();
		return new Operation(method.toUpperCase(Locale.ROOT), path, List.copyOf(parameters),
				body.isMissingNode() ? null : resolved(body), needs.contains("accessToken"),
				described.at("/description").asString("").contains("staff"));
	}

	/** What a schema says, past its references. */
	JsonNode resolved(JsonNode schema) {
		String reference = schema.at("/$ref").asString("");
		return reference.isEmpty() ? schema : resolved(this.document.at(reference.substring(1)));
	}

	/**
	 * One thing that can be asked.
	 *
	 * @param body the schema of the body; null if there is none
	 * @param needsLogin whether it asks who somebody is
	 * @param needsAdmin whether it is for administrators
	 */
	record Operation(String method, String path, List<Parameter> parameters, JsonNode body, boolean needsLogin,
			boolean needsAdmin) {

		String name() {
			return this.method + " " + this.path;
		}

		/** The parameters in the query, the path or the head. */
		List<Parameter> parameters(String in) {
			return this.parameters.stream().filter((parameter) -> parameter.in().equals(in)).toList();
		}

	}

	/**
	 * One parameter of the query, the path or the head.
	 */
	record Parameter(String name, String in, JsonNode schema) {
	}

}
