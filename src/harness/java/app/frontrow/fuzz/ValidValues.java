package app.frontrow.fuzz;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values as they should be: for what the scene knows by its name, and otherwise by type.
 */
final class ValidValues {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final JsonMapper MAPPER = new JsonMapper();

	private final ApiDescription api;

	private final FuzzFixture scene;

	ValidValues(ApiDescription api, FuzzFixture scene) {
		this.api = api;
		this.scene = scene;
	}

	/** A body that may be accepted. */
	JsonNode body(ApiDescription.Operation operation, ApiCaller caller, Random random) {
		ObjectNode body = (ObjectNode) ofType(operation.body(), random);
		body.propertyNames().forEach((name) -> {
			JsonNode known = known(name, operation, caller, random);
			if (known != null) {
				body.set(name, known);
			}
		});
		return body;
	}

	/** What stands in the place of an id in the path. */
	String id(ApiDescription.Operation operation, ApiCaller caller, Random random) {
		String path = operation.path();
		if (path.endsWith("/cancellation") && path.contains("/shows/") || path.endsWith("/move")) {
			return this.scene.spareShow();
		}
		if (path.contains("/shows/")) {
			return String.valueOf(this.scene.show(random.nextInt()));
		}
		if (path.contains("/concerts/")) {
			return String.valueOf(operation.needsAdmin() ? this.scene.officeConcert() : this.scene.concert());
		}
		if (path.endsWith("/reseat")) {
			return this.scene.gift();
		}
		return path.contains("/payments/") ? caller.payment()
				: path.contains("/reservations/") ? caller.reservation() : caller.member();
	}

	/** A value of that type, as it stands in a query. */
	String inQuery(JsonNode schema, Random random) {
		JsonNode value = ofType(schema, random);
		return (value.isArray() ? value.get(0) : value).asString();
	}

	private JsonNode known(String name, ApiDescription.Operation operation, ApiCaller caller, Random random) {
		return switch (name) {
			case "username" -> JSON.stringNode(operation.path().matches(".*/(sessions|complimentary)")
					? this.scene.username() : "f" + Long.toHexString(random.nextLong()));
			case "from" -> JSON.numberNode(this.scene.giftSeat());
			case "to" -> JSON.numberNode(1 + random.nextInt(50));
			case "password" -> JSON.stringNode(this.scene.password());
			case "amount" -> JSON.numberNode(1 + random.nextInt(1000));
			case "showId" -> JSON.numberNode(this.scene.show(random.nextInt()));
			case "seatNumbers" -> JSON.arrayNode().add(1 + random.nextInt(50));
			case "reservationId" -> JSON.stringNode(caller.reservation());
			case "salesOpenAt" -> JSON.stringNode("2026-01-01T00:00:00Z");
			case "shows" -> operation.method().equals("PUT") ? this.scene.officeShows()
					: JSON.arrayNode().add(JSON.objectNode().put("startsAt", later(random)));
			case "withdrawShows" -> JSON.arrayNode();
			case "prices" -> MAPPER.readTree(
					"""
							[{"grade":"R","fromSeat":1,"toSeat":20,"price":2},{"grade":"S","fromSeat":21,"toSeat":50,"price":1}]""");
			default -> null;
		};
	}

	private static String later(Random random) {
		return Instant.now().plus(1 + random.nextInt(1000), ChronoUnit.DAYS).toString();
	}

	private JsonNode ofType(JsonNode reference, Random random) {
		JsonNode schema = this.api.resolved(reference);
		JsonNode choices = schema.at("/enum");
		if (!choices.isEmpty()) {
			return choices.get(random.nextInt(choices.size()));
		}
		String type = schema.at("/type").asString("object");
		return switch (type) {
			case "integer", "number" -> JSON.numberNode(1 + random.nextInt(20));
			case "boolean" -> JSON.booleanNode(random.nextBoolean());
			case "string" -> JSON.stringNode(ofFormat(schema.at("/format").asString(""), random));
			case "array" -> list(schema, random);
			default -> object(schema, random);
		};
	}

	private static String ofFormat(String format, Random random) {
		return switch (format) {
			case "date-time" -> later(random);
			case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
			default -> "한밤의 음악회 " + random.nextInt(1000);
		};
	}

	private ArrayNode list(JsonNode schema, Random random) {
		ArrayNode list = JSON.arrayNode();
		list.add(ofType(schema.at("/items"), random));
		return list;
	}

	private ObjectNode object(JsonNode schema, Random random) {
		ObjectNode object = JSON.objectNode();
		schema.at("/properties")
			.properties()
			.forEach((property) -> object.set(property.getKey(), ofType(property.getValue(), random)));
		return object;
	}

}
