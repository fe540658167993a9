package app.frontrow.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI document as a contract. Every answer that a test gets from the API is
 * checked against it.
 */
final class ApiContract {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String ROOT = "/api/v1/";

	private static final String JSON_TYPE = "application/json";

	private static final String PROBLEM = "application/problem+json";

	/** Members that every problem has. */
	private static final Set<String> USUAL = Set.of("type", "title", "status", "detail", "instance", "code");

	private static volatile ApiContract read;

	private final JsonNode json;

	private final JsonShapeCheck shape;

	private final Map<String, JsonNode> operations = new TreeMap<>();

	private final Set<String> seen = new ConcurrentSkipListSet<>();

	ApiContract(JsonNode json) {
		this.json = json;
		this.shape = new JsonShapeCheck(json);
		json.at("/paths")
			.properties()
			.forEach((path) -> path.getValue()
				.properties()
				.forEach((operation) -> this.operations
					.put(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue())));
	}

	/** The document of the instance there; it is the same for all instances. */
	static ApiContract of(HttpClient http, String base) throws IOException, InterruptedException {
		if (read == null) {
			HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/openapi.json"))
				.timeout(Duration.ofSeconds(60))
				.build();
			HttpResponse<String> document = http.send(request, BodyHandlers.ofString());
			if (document.statusCode() != 200) {
				throw new IOException("no document: " + document.statusCode());
			}
			read = new ApiContract(JSON.readTree(document.body()));
		}
		return read;
	}

	/**
	 * Checks an answer of the instance there. Does nothing if that was ended meanwhile,
	 * as some tests do.
	 */
	static void check(HttpClient http, String base, String method, String path, HttpResponse<String> answer)
			throws InterruptedException {
		ApiContract document;
		try {
			document = of(http, base);
		}
		catch (IOException gone) {
			return;
		}
		document.check(method, path, answer);
	}

	JsonNode json() {
		return this.json;
	}

	/** Operations by method and path, such as {@code GET /api/v1/wallet}. */
	Map<String, JsonNode> operations() {
		return this.operations;
	}

	/** All answers so far: method, path, status, and the code if any. */
	Set<String> seen() {
		return new TreeSet<>(this.seen);
	}

	/** The faults of examples, each of which must have the shape of its schema. */
	List<String> faultsOfExamples() {
		List<String> faults = new ArrayList<>();
		this.json.at("/components/schemas")
			.properties()
			.forEach((schema) -> schema.getValue()
				.path("examples")
				.forEach((example) -> this.shape.faults(schema.getValue(), example)
					.forEach((fault) -> faults.add(schema.getKey() + fault))));
		this.json.at("/components/examples")
			.properties()
			.forEach((example) -> this.shape
				.faults(this.json.at("/components/schemas/Problem"), example.getValue().path("value"))
				.forEach((fault) -> faults.add(example.getKey() + fault)));
		return faults;
	}

	/**
	 * Holds an answer against the document.
	 * @throws AssertionError if the document does not describe it
	 */
	void check(String method, String path, HttpResponse<String> answer) {
		String bare = path.replaceFirst("[?#;].*", "");
		if (!bare.startsWith(ROOT) || method.equals("HEAD")) {
			return;
		}
		List<String> faults = operation(method, bare).map((name) -> faults(name, answer))
			.orElseGet(() -> faultsOfProblem(answer, null));
		if (!faults.isEmpty()) {
			throw new AssertionError(method + " " + path + " answered " + answer.statusCode()
					+ ", which the OpenAPI document does not describe: " + faults + "\n" + answer.body());
		}
	}

	private Optional<String> operation(String method, String path) {
		String[] segments = path.split("/", -1);
		return this.operations.keySet()
			.stream()
			.filter((name) -> name.startsWith(method + " "))
			.filter((name) -> matches(name.substring(method.length() + 1).split("/", -1), segments))
			// a path without a variable goes first
			.min(Comparator.comparing((name) -> name.contains("{") ? 1 : 0));
	}

	private static boolean matches(String[] template, String[] path) {
		boolean matches = template.length == path.length;
		for (int i = 0; matches && i < path.length; i++) {
			matches = template[i].equals(path[i]) || (template[i].startsWith("{") && !path[i].isEmpty());
		}
		return matches;
	}

	private List<String> faults(String operation, HttpResponse<String> answer) {
		JsonNode described = this.operations.get(operation).at("/responses/" + answer.statusCode());
		if (described.isMissingNode()) {
			// the default answer is for unexpected failures
			boolean unforeseen = answer.statusCode() == 500 && code(answer).equals("internal-error");
			return unforeseen ? List.of() : List.of("no such status");
		}
		this.seen.add(operation + " " + answer.statusCode());
		List<String> faults = new ArrayList<>();
		described.path("headers").properties().forEach((header) -> {
			if (header.getValue().path("required").asBoolean(false)
					&& answer.headers().firstValue(header.getKey()).isEmpty()) {
				faults.add("no header " + header.getKey());
			}
		});
		JsonNode content = described.path("content");
		String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
		if (content.isEmpty()) {
			if (!answer.body().isEmpty()) {
				faults.add("a body");
			}
		}
		else if (!content.has(type)) {
			faults.add("no such media type: " + type);
		}
		else if (type.equals(PROBLEM)) {
			faults.addAll(faultsOfProblem(answer, content.get(type).path("examples")));
			this.seen.add(operation + " " + answer.statusCode() + " " + code(answer));
		}
		else if (type.equals(JSON_TYPE)) {
			faults.addAll(this.shape.faults(content.get(type).path("schema"), parsed(answer)));
		}
		return faults;
	}

	/**
	 * The faults of a problem: it has the members that the example of its code has.
	 * @param examples of the operation by code, null if the path is none of the document
	 */
	private List<String> faultsOfProblem(HttpResponse<String> answer, JsonNode examples) {
		if (answer.statusCode() / 100 != 4 && examples == null) {
			return List.of("no such operation");
		}
		JsonNode problem = parsed(answer);
		List<String> faults = new ArrayList<>(this.shape.faults(this.json.at("/components/schemas/Problem"), problem));
		String code = code(answer);
		if (examples != null && !examples.has(code)) {
			faults.add("no such code: " + code);
		}
		Set<String> members = new TreeSet<>(problem.propertyNames());
		Set<String> expected = new TreeSet<>(this.json.at("/components/examples/" + code + "/value").propertyNames());
		expected.addAll(USUAL);
		this.json.at("/components/schemas/Problem/x-sometimes/" + code)
			.forEach((member) -> members.remove(member.asString()));
		if (!members.equals(expected)) {
			faults.add("members " + members + ", not " + expected);
		}
		return faults;
	}

	private static String code(HttpResponse<String> answer) {
		return parsed(answer).path("code").asString("");
	}

	private static JsonNode parsed(HttpResponse<String> answer) {
		return JSON.readTree(answer.body());
	}

}
