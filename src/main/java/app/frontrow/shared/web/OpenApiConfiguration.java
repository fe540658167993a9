package app.frontrow.shared.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import app.frontrow.shared.ErrorCode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/**
 * What the OpenAPI document says beyond paths and bodies: who may call what, and how
 * problems look. The rules come from the security chain and the codes from
 * {@link ErrorCode}, so the document cannot say anything else than the product does.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	/** Name of the scheme that says who somebody is. */
	static final String ACCESS_TOKEN = "accessToken";

	/** Name of the scheme that says whose turn it is. */
	static final String QUEUE_TOKEN = "queueToken";

	/** Name of the schema and of the answer that every problem has. */
	static final String PROBLEM = "Problem";

	@Bean
	OpenAPI openApi() {
		return new OpenAPI()
			.info(new Info().title("Frontrow")
				.version("v1")
				.description(
						"""
								Concert reservation with a fair waiting room. Times are ISO 8601 with offset, money is whole Korean won. \
								`Accept-Language` (ko, en) chooses the language of problems.

								1. `POST /api/v1/members` and `POST /api/v1/sessions` give an access token: who you are.
								2. `POST /api/v1/concerts/{id}/queue-tokens` gives a queue token: whose turn it is. \
								Ask `GET /api/v1/queue-tokens/current` every `pollAfterMs` until it is `ADMITTED`.
								3. With both, see dates and seats, hold seats, and pay.

								"""
								+ codes()))
			.servers(List.of(new Server().url("/")))
			.components(new Components()
				.addSecuritySchemes(ACCESS_TOKEN,
						new SecurityScheme().type(SecurityScheme.Type.HTTP)
							.scheme("bearer")
							.description("Who: the access token of `POST /api/v1/sessions`. Dead once it is deleted."))
				.addSecuritySchemes(QUEUE_TOKEN,
						new SecurityScheme().type(SecurityScheme.Type.APIKEY)
							.in(SecurityScheme.In.HEADER)
							.name(OpenApiContract.QUEUE_TOKEN_HEADER)
							.description("Whose turn: the queue token of one member for one concert."))
				.addSchemas(PROBLEM, problem())
				.addResponses(PROBLEM,
						new ApiResponse().description("A problem (RFC 9457)")
							.addHeaderObject(HttpHeaders.RETRY_AFTER,
									new Header().description("Seconds; with 429 and 503").schema(new IntegerSchema()))
							.content(new Content().addMediaType("application/problem+json",
									new MediaType().schema(new Schema<>().$ref(PROBLEM))))));
	}

	@Bean
	GlobalOpenApiCustomizer openApiContract(WebInvocationPrivilegeEvaluator doors) {
		return new OpenApiContract(doors);
	}

	private static Schema<?> problem() {
		Schema<?> fault = new ObjectSchema().addProperty("field", new StringSchema())
			.addProperty("message", new StringSchema());
		Schema<?> problem = new ObjectSchema()
			.description("What helps the caller go on is a member of its own, such as `balance` or `seatNumbers`.")
			.addProperty("type", new StringSchema().example("urn:frontrow:problem:seat-taken"))
			.addProperty("title", new StringSchema())
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema())
			.addProperty("instance", new StringSchema())
			.addProperty("code",
					new StringSchema()._enum(Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList()))
			.addProperty("errors", new ArraySchema().items(fault).description("Only with `validation-failed`"));
		problem.setAdditionalProperties(true);
		problem.setRequired(List.of("type", "title", "status", "detail", "instance", "code"));
		return problem;
	}

	private static String codes() {
		return Arrays.stream(ErrorCode.values())
			.sorted(Comparator.comparing(ErrorCode::status))
			.collect(Collectors.groupingBy((code) -> code.status().value(), TreeMap::new,
					Collectors.mapping((code) -> "`" + code.code() + "`", Collectors.joining(", "))))
			.entrySet()
			.stream()
			.map((entry) -> "| " + entry.getKey() + " | " + entry.getValue() + " |\n")
			.collect(Collectors.joining("", "| status | codes of problems |\n|---|---|\n", ""));
	}

}
