package app.frontrow.shared.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import app.frontrow.shared.ErrorCode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
	OpenAPI openApi(Problems problems) {
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
				.examples(new ProblemExamples(problems).all())
				.addResponses(PROBLEM, ProblemAnswers.any("What nobody foresaw, also a problem (RFC 9457)")));
	}

	@Bean
	GlobalOpenApiCustomizer openApiContract(WebInvocationPrivilegeEvaluator doors) {
		return new OpenApiContract(doors);
	}

	@Bean
	GlobalOpenApiCustomizer openApiSchemas() {
		return new OpenApiSchemas();
	}

	@Bean
	GlobalOperationCustomizer ownProblems() {
		return (operation, method) -> {
			MayRefuse own = method.getMethodAnnotation(MayRefuse.class);
			if (own != null) {
				ProblemAnswers.add(operation, List.of(own.value()));
			}
			return operation;
		};
	}

	private static Schema<?> problem() {
		Schema<?> fault = new ObjectSchema().addProperty("field", new StringSchema())
			.addProperty("message", new StringSchema());
		fault.setRequired(List.of("field", "message"));
		Schema<?> show = new ObjectSchema().addProperty("id", number("Of the show"))
			.addProperty("startsAt", new DateTimeSchema());
		show.setRequired(List.of("id", "startsAt"));
		Schema<?> problem = new ObjectSchema()
			.description("Which further members there are depends on `code`; the examples have exactly those.")
			.addProperty("type", text("`urn:frontrow:problem:<code>`"))
			.addProperty("title", text("The kind of problem, in the language asked for"))
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", text("What happened and what to do next, in the language asked for"))
			.addProperty("instance", text("The path that was asked for"))
			.addProperty("code",
					new StringSchema()._enum(Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList()))
			.addProperty("errors", new ArraySchema().items(fault).description("The fields at fault"))
			.addProperty("balance", number("Won"))
			.addProperty("required", number("Won"))
			.addProperty("expectedTotal", number("Won; what the request expected"))
			.addProperty("total", number("Won; what the seats cost"))
			.addProperty("limit", number("Won or seats"))
			.addProperty("seatNumbers", new ArraySchema().items(new IntegerSchema()).description("The seats taken"))
			.addProperty("showId", number("The show of the seats"))
			.addProperty("concertId", number("The concert it is about"))
			.addProperty("shows", new ArraySchema().items(show).description("The shows that a change leaves out"))
			.addProperty("salesOpenAt", new DateTimeSchema())
			.addProperty("position", number("The place in the queue, from 1"))
			.addProperty("pollAfterMs", number("Milliseconds after which to ask for the place again"))
			.addProperty("tokenStatus", text("How the place in the queue ended"))
			.addProperty("retryAfterSeconds", number("As in the header `Retry-After`"));
		problem.setRequired(List.of("type", "title", "status", "detail", "instance", "code"));
		return problem;
	}

	private static Schema<?> text(String description) {
		return new StringSchema().description(description);
	}

	private static Schema<?> number(String description) {
		return new IntegerSchema().format("int64").description(description);
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
