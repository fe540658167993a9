package app.frontrow.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Spoils the body of a request: a value, the structure, or the bytes.
 */
final class BodySpoiler {

	private static final String HERE = "@here@";

	private final RequestDraft draft;

	private final JsonNode json;

	private final Random random;

	BodySpoiler(RequestDraft draft, JsonNode json, Random random) {
		this.draft = draft;
		this.json = json;
		this.random = random;
	}

	void spoil() {
		if (this.json != null && this.random.nextInt(4) > 0) {
			value();
		}
		else if (this.random.nextInt(3) > 0) {
			text();
		}
		else {
			bytes();
		}
	}

	/** Another value, or none, in one place or two. */
	private void value() {
		JsonNode changed = this.json.deepCopy();
		String odd = switch (this.random.nextInt(8)) {
			case 0, 1, 2 -> JsonNodeFactory.instance.stringNode(OddValues.text(this.random)).toString();
			case 3 -> "[".repeat(this.random.nextInt(3000));
			default -> OddValues.one(OddValues.VALUES, this.random);
		};
		List<JsonNode> places = new ArrayList<>();
		collect(changed, places);
		JsonNode place = OddValues.one(places, this.random);
		if (place instanceof ObjectNode object && !object.isEmpty()) {
			String name = OddValues.one(List.copyOf(object.propertyNames()), this.random);
			if (this.random.nextInt(6) == 0) {
				object.remove(name);
			}
			else {
				object.put((this.random.nextInt(10) > 0) ? name : OddValues.text(this.random), HERE);
			}
		}
		else if (place instanceof ArrayNode array) {
			int more = (this.random.nextInt(8) == 0) ? this.random.nextInt(3000) : 1;
			for (int i = 0; i < more; i++) {
				array.add(HERE);
			}
		}
		this.draft.body(changed.toString().replace("\"" + HERE + "\"", odd));
	}

	private static void collect(JsonNode node, List<JsonNode> places) {
		if (node.isContainer()) {
			places.add(node);
			node.forEach((child) -> collect(child, places));
		}
	}

	private void text() {
		String text = new String(this.draft.body, StandardCharsets.UTF_8);
		int cut = this.random.nextInt(text.length() + 1);
		this.draft.body(switch (this.random.nextInt(14)) {
			case 0 -> text.substring(0, cut);
			case 1 -> text.substring(cut);
			case 2 -> text.substring(0, cut) + OddValues.text(this.random) + text.substring(cut);
			case 3 -> text + text;
			case 4 -> text + OddValues.text(this.random);
			case 5 -> "[" + text + "]";
			case 6 -> "\uFEFF" + text;
			case 7 -> "";
			case 8 -> text.replaceFirst("\\{(\"[^\"]+\":)", "{$1null,$1");
			case 9 -> "{\"a\":".repeat(this.random.nextInt(4000)) + text + "}";
			case 10 -> text.replaceFirst("\\{", "{\"pad\":\"" + "x".repeat(this.random.nextInt(400_000)) + "\",");
			case 11 -> " ".repeat(this.random.nextInt(400_000)) + text;
			case 12 -> "/* " + text + " */ " + text;
			default -> OddValues.one(OddValues.VALUES, this.random);
		});
	}

	private void bytes() {
		byte[] body = this.draft.body;
		this.draft.body = switch (this.random.nextInt(5)) {
			case 0 -> new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
			case 1 -> new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE);
			case 2 -> Arrays.copyOf(body, body.length + 50);
			case 3 -> {
				byte[] noise = new byte[this.random.nextInt(500)];
				this.random.nextBytes(noise);
				yield noise;
			}
			default -> {
				byte[] flipped = body.clone();
				for (int i = 0; i < 3 && flipped.length > 0; i++) {
					flipped[this.random.nextInt(flipped.length)] = (byte) (0x80 + this.random.nextInt(128));
				}
				yield flipped;
			}
		};
	}

}
