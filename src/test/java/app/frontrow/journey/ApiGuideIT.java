package app.frontrow.journey;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The commands of {@code docs/api.md} and the requests of {@code docs/api.http} work.
 */
class ApiGuideIT extends ProductTest {

	private static final Path GUIDE = Path.of("docs", "api.md");

	private static final Path REQUESTS = Path.of("docs", "api.http");

	private static final Pattern REQUEST = Pattern
		.compile("(?m)^(GET|POST|PUT|DELETE) \\{\\{host}}(/\\S+)\\n((?:[A-Z][\\w-]+: .*\\n?)*)(?:\\n([^#]*))?");

	/** Headers that the document describes for all operations together. */
	private static final Set<String> COMMON = Set.of("Content-Type", "Accept-Language");

	@Test
	void commandsOfTheGuideBookASeat() throws Exception {
		assumeTrue(exists("curl") && exists("jq"), "curl or jq is not installed");
		Matcher block = Pattern.compile("(?s)```sh\n(.*?)```").matcher(Files.readString(GUIDE));
		assertThat(block.find()).isTrue();
		String commands = replaced(block.group(1), "api=.*", "api=http://127.0.0.1:" + this.port + "/api/v1");
		// this test's own concert: others may stand in the queue of any other
		commands = replaced(commands, "concert=.*", "concert=" + ConcertFixture.onSale(this.programme, 1));
		Path output = Path.of("target", "api-guide.log");
		Process shell = new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", commands).redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			assertThat(shell.waitFor(120, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			shell.destroyForcibly();
		}
		assertThat(shell.exitValue()).as(Files.readString(output)).isZero();
		assertThat(Files.readString(output).replaceAll("\\s", "")).contains("\"code\":\"insufficient-balance\"",
				"\"status\":\"PAID\"", "\"type\":\"PAYMENT\"", "\"status\":\"REFUNDED\"");
	}

	@Test
	void requestsMatchTheDocument() throws Exception {
		ApiContract document = ApiContract.of(HttpClient.newHttpClient(), "http://127.0.0.1:" + this.port);
		List<String> found = new ArrayList<>();
		Matcher request = REQUEST.matcher(Files.readString(REQUESTS));
		while (request.find()) {
			String[] target = request.group(2).split("\\?");
			String name = request.group(1) + " " + target[0].replaceAll("\\{\\{\\w+}}", "{id}");
			assertThat(document.operations()).containsKey(name);
			JsonNode operation = document.operations().get(name);
			found.add(name);
			assertThat(names(target.length > 1 ? target[1] : "", "(\\w+)=[^&]*&?")).as(name)
				.isSubsetOf(parameters(operation, "query"));
			assertThat(names(request.group(3), "([\\w-]+): .*\\n?")).as(name)
				.isSubsetOf(headers(operation))
				.containsAll(tokens(operation));
			checkBody(document, name, operation, request.group(4));
		}
		assertThat(found).as("at least one request for each").hasSameElementsAs(document.operations().keySet());
	}

	private static void checkBody(ApiContract document, String name, JsonNode operation, String body) {
		JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
		if (schema.isMissingNode()) {
			assertThat(body == null || body.isBlank()).as(name).isTrue();
			return;
		}
		JsonNode json = new JsonMapper().readTree(body.replaceAll("\\{\\{\\w+}}", "1"));
		assertThat(new JsonShapeCheck(document.json()).faults(schema, json)).as(name).isEmpty();
	}

	private static Set<String> headers(JsonNode operation) {
		Set<String> headers = parameters(operation, "header");
		headers.addAll(COMMON);
		headers.addAll(tokens(operation));
		return headers;
	}

	private static Set<String> tokens(JsonNode operation) {
		Set<String> tokens = new TreeSet<>();
		operation.at("/security/0")
			.propertyNames()
			.forEach((scheme) -> tokens.add(scheme.equals("accessToken") ? "Authorization" : "Queue-Token"));
		return tokens;
	}

	private static Set<String> parameters(JsonNode operation, String where) {
		Set<String> names = new TreeSet<>();
		operation.path("parameters").forEach((parameter) -> {
			if (parameter.path("in").asString().equals(where)) {
				names.add(parameter.path("name").asString());
			}
		});
		return names;
	}

	private static Set<String> names(String text, String pattern) {
		Set<String> names = new TreeSet<>();
		Matcher name = Pattern.compile(pattern).matcher(text);
		while (name.find()) {
			names.add(name.group(1));
		}
		return names;
	}

	private static String replaced(String commands, String line, String replacement) {
		Matcher found = Pattern.compile("(?m)^" + line + "$").matcher(commands);
		assertThat(found.find()).as(line).isTrue();
		return found.replaceFirst(Matcher.quoteReplacement(replacement));
	}

	private static boolean exists(String program) throws Exception {
		return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
	}

}
