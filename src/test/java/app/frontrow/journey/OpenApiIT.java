package app.frontrow.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import app.frontrow.RunningProduct;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.ErrorCodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The OpenAPI document says what the contract says.
 */
@RunningProduct
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("smoke")
class OpenApiIT {

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
			GET    /wallet                       who
			POST   /wallet/charges               who,idempotent
			GET    /wallet/entries               who
			POST   /payments                     who,idempotent
			GET    /payments                     who
			GET    /payments/{id}                who
			""";

	@LocalServerPort
	private int port;

	private Answer document;

	@BeforeAll
	void read() throws IOException {
		this.document = ApiClient.at(this.port).get("/api/openapi.json").expect(200);
		Files.writeString(Path.of("target", "openapi.json"), this.document.json().toPrettyString());
	}

	@Test
	void everyOperationOfTheContractIsThereWithItsNeeds() {
		assertThat(needs()).containsAllEntriesOf(contract());
	}

	@Test
	void nothingElseIsThereButTheTicketOfficeAndTheDraw() {
		assertThat(needs()).allSatisfy((operation, needs) -> assertThat(contract().containsKey(operation)
				|| operation.matches("\\w+ /(admin|office)/.*") && needs.equals("admin") || operation.endsWith("/draw"))
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
	void operationsHaveStableNamesOfTheirOwn() {
		assertThat(operations().values()).extracting((operation) -> operation.at("/operationId").asString())
			.doesNotHaveDuplicates()
			.contains("getConcerts", "getConcertsById", "postConcertsByIdQueueTokens", "deleteSessionsCurrent");
	}

	@Test
	void problemsHaveTheirShapeAndAllTheirCodes() {
		JsonNode components = this.document.json().at("/components");

		assertThat(components.at("/responses/Problem/content/application~1problem+json/schema/$ref").asString())
			.isEqualTo("#/components/schemas/Problem");
		assertThat(components.at("/schemas/Problem/properties").propertyNames()).contains("type", "title", "status",
				"detail", "instance", "code", "errors", "balance", "required", "seatNumbers", "position", "pollAfterMs",
				"retryAfterSeconds");
		assertThat(components.at("/examples").size()).isEqualTo(ErrorCodes.all().size());
		assertThat(components.at("/schemas/Problem/properties/code/enum").size()).isEqualTo(ErrorCodes.all().size());
		for (ErrorCode code : ErrorCodes.all()) {
			assertThat(this.document.text("/info/description")).contains("`" + code.code() + "`");
		}
	}

	@Test
	void bothTokensAreDescribed() {
		JsonNode schemes = this.document.json().at("/components/securitySchemes");

		assertThat(schemes.at("/accessToken/type").asString()).isEqualTo("http");
		assertThat(schemes.at("/accessToken/scheme").asString()).isEqualTo("bearer");
		assertThat(schemes.at("/queueToken/in").asString()).isEqualTo("header");
		assertThat(schemes.at("/queueToken/name").asString()).isEqualTo("Queue-Token");
	}

	@ParameterizedTest
	@CsvSource({ "POST /members, 201", "POST /sessions, 201", "DELETE /sessions/current, 204", "DELETE /sessions, 204",
			"DELETE /sessions/{id}, 204", "GET /sessions, 200", "POST /concerts, 201", "PUT /concerts/{id}, 200",
			"DELETE /concerts/{id}, 204", "POST /concerts/{id}/queue-tokens, 201",
			"POST /concerts/{id}/queue-tokens, 200", "DELETE /queue-tokens/current, 204", "GET /shows/{id}/seats, 200",
			"POST /reservations, 201", "DELETE /reservations/{id}, 200", "POST /wallet/charges, 201",
			"POST /payments, 201" })
	void successHasItsStatus(String name, String status) {
		JsonNode response = operations().get(name).at("/responses/" + status);

		assertThat(response.isMissingNode()).isFalse();
		assertThat(response.has("content")).isEqualTo(!status.equals("204"));
	}

	@Test
	void pagesOfListsAreAskedForByPageAndSize() {
		List<String> names = operations().get("GET /wallet/entries").at("/parameters").findValuesAsString("name");

		assertThat(names).containsExactlyInAnyOrder("page", "size");
	}

	@Test
	void everybodyReadsTheSame() {
		Answer again = ApiClient.at(this.port).with("Accept-Language", "ko").get("/api/openapi.json").expect(200);

		assertThat(again.json()).isEqualTo(this.document.json());
	}

	@Test
	void docsLeadToThePage() {
		Answer docs = ApiClient.at(this.port).get("/api/docs").expect(302);
		Answer page = ApiClient.at(this.port).get(docs.header("Location").replaceFirst("^https?://[^/]*", ""));

		assertThat(page.expect(200).header("Content-Type")).startsWith("text/html");
		assertThat(page.response().body()).contains("swagger-ui");
		assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
	}

	private Map<String, String> needs() {
		Map<String, String> needs = new TreeMap<>();
		operations().forEach((name, operation) -> {
			List<String> words = new ArrayList<>();
			JsonNode tokens = operation.at("/security/0");
			if (operation.at("/description").asString("").contains("administrators")) {
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
		this.document.json()
			.at("/paths")
			.properties()
			.forEach((path) -> path.getValue()
				.properties()
				.forEach((operation) -> operations.put(
						operation.getKey().toUpperCase() + " " + path.getKey().replaceFirst("^/api/v1", ""),
						operation.getValue())));
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
