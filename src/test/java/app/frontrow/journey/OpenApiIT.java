package app.frontrow.journey;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.ErrorCodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The OpenAPI document matches the contract.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("smoke")
class OpenApiIT extends ProductTest {

	/** Method, path and needs, as the contract has them. */
	private static final String CONTRACT = """
			POST   /members                      -
			POST   /sessions                     -
			DELETE /sessions/current             who
			GET    /sessions                     who
			DELETE /sessions                     who
			DELETE /sessions/{id}                who
			GET    /members/me                   who
			GET    /members                      admin
			GET    /members/{id}                 admin
			GET    /concerts                     -
			GET    /concerts/{id}                -
			GET    /concerts/{id}/queue          -
			POST   /concerts                     admin
			PUT    /concerts/{id}                admin
			DELETE /concerts/{id}                admin
			POST   /concerts/{id}/queue-tokens   who
			GET    /queue-tokens/current         queue
			DELETE /queue-tokens/current         queue
			GET    /concerts/{id}/shows          who,queue
			GET    /shows/{id}/seats             who,queue
			POST   /reservations                 who,queue,idempotent
			GET    /reservations                 who
			GET    /reservations/{id}            who
			DELETE /reservations/{id}            who
			GET    /reservations/{id}/cancellation who
			GET    /wallet                       who
			POST   /wallet/charges               who,idempotent
			GET    /wallet/entries               who
			POST   /payments                     who,idempotent
			GET    /payments                     who
			GET    /payments/{id}                who
			""";

	private ApiContract document;

	@BeforeAll
	void read() throws Exception {
		this.document = ApiContract.of(HttpClient.newHttpClient(), "http://127.0.0.1:" + this.port);
		Files.writeString(Path.of("target", "openapi.json"), this.document.json().toPrettyString());
	}

	@Test
	void everyOperationOfTheContractIsDescribedWithItsNeeds() {
		assertThat(needs()).containsAllEntriesOf(contract());
	}

	@Test
	void onlyOfficeAndDrawAreBesideTheContract() {
		assertThat(needs()).allSatisfy((operation,
				needs) -> assertThat(contract().containsKey(operation)
						|| operation.matches("\\w+ /(admin|office)/.*") && needs.startsWith("admin")
						|| operation.endsWith("/draw") || operation.equals("POST /sessions/second-factor"))
					.isTrue());
	}

	@Test
	void everyOperationHasATitleAndItsProblems() {
		operations().forEach((name, operation) -> {
			assertThat(operation.at("/summary").asString()).as(name).isNotBlank();
			assertThat(operation.at("/tags").size()).as(name).isEqualTo(1);
			assertThat(operation.at("/responses/default/$ref").asString()).as(name)
				.isEqualTo("#/components/responses/Problem");
		});
	}

	@Test
	@ProvesRule(rule = "The API document gives each parameter one type, and never null",
			guard = "OpenApiContractCustomizer.removeNull", brokenBy = "leaving out its call")
	void parametersHaveOneType() {
		operations().forEach((name, operation) -> operation.at("/parameters")
			.valueStream()
			.filter((parameter) -> !parameter.at("/schema").has("$ref"))
			.forEach((parameter) -> assertThat(parameter.at("/schema/type").isString()).as(name + " " + parameter)
				.isTrue()));
	}

	@Test
	void operationsHaveUniqueStableNames() {
		assertThat(operations().values()).extracting((operation) -> operation.at("/operationId").asString())
			.doesNotHaveDuplicates()
			.contains("getConcerts", "getConcertsById", "postConcertsByIdQueueTokens", "deleteSessionsCurrent");
	}

	@Test
	void problemsHaveTheirShapeAndAllCodes() {
		JsonNode components = this.document.json().at("/components");

		assertThat(components.at("/responses/Problem/content/application~1problem+json/schema/$ref").asString())
			.isEqualTo("#/components/schemas/Problem");
		assertThat(components.at("/schemas/Problem/properties").propertyNames()).contains("type", "title", "status",
				"detail", "instance", "code", "errors", "balance", "required", "seatNumbers", "position", "pollAfterMs",
				"retryAfterSeconds");
		assertThat(components.at("/examples").size()).isEqualTo(ErrorCodes.all().size());
		assertThat(components.at("/schemas/Problem/properties/code/enum").size()).isEqualTo(ErrorCodes.all().size());
		for (ErrorCode code : ErrorCodes.all()) {
			assertThat(this.document.json().at("/info/description").asString()).contains("`" + code.code() + "`");
		}
	}

	private Map<String, String> needs() {
		Map<String, String> needs = new TreeMap<>();
		operations().forEach((name, operation) -> {
			List<String> words = new ArrayList<>();
			JsonNode tokens = operation.at("/security/0");
			if (operation.at("/description").asString("").contains("staff")) {
				words.add("admin");
			}
			else if (tokens.has("accessToken")) {
				words.add("who");
			}
			if (tokens.has("queueToken")) {
				words.add("queue");
			}
			if (operation.at("/parameters").findValuesAsString("name").contains("Idempotency-Key")) {
				words.add("idempotent");
			}
			needs.put(name, words.isEmpty() ? "-" : String.join(",", words));
		});
		return needs;
	}

	private Map<String, JsonNode> operations() {
		Map<String, JsonNode> operations = new TreeMap<>();
		this.document.operations()
			.forEach((name, operation) -> operations.put(name.replaceFirst(" /api/v1", " "), operation));
		return operations;
	}

	private static Map<String, String> contract() {
		Map<String, String> contract = new TreeMap<>();
		CONTRACT.lines().forEach((line) -> {
			String[] cells = line.split(" +");
			contract.put(cells[0] + " " + cells[1], cells[2]);
		});
		return contract;
	}

}
