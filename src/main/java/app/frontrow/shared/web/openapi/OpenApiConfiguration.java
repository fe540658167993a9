package app.frontrow.shared.web.openapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.ErrorCodes;
import app.frontrow.shared.web.problem.ApiErrors;
import app.frontrow.shared.web.problem.ProblemFactory;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/**
 * Adds to the OpenAPI document who may call an operation and how problems look. The
 * access rules come from Spring Security and the codes from the refusals, so the document
 * always agrees with the code. A module adds its own parts with customizers of springdoc,
 * which run after {@link #CONTRACT}.
 */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

	/** The order of the customizer that writes who may call an operation. */
	public static final int CONTRACT = 0;

	/** Name of the security scheme for the access token. */
	static final String ACCESS_TOKEN = "accessToken";

	/** Name of the schema and of the response of every problem. */
	static final String PROBLEM = "Problem";

	@Bean
	OpenAPI openApi() {
		return new OpenAPI().info(new Info().title("Frontrow").version("v1"))
			.addServersItem(new Server().url("/"))
			.components(new Components().addSecuritySchemes(ACCESS_TOKEN, new SecurityScheme()
				.type(SecurityScheme.Type.HTTP)
				.scheme("bearer")
				.description(
						"Identifies the member: the access token of `POST /api/v1/sessions`. It is invalid after the session is deleted."))
				.addResponses(PROBLEM, OpenApiProblemResponses.any("Any other failure, also a problem (RFC 9457)")));
	}

	/**
	 * Adds the codes of all problems. They are collected when the document is first read,
	 * so that the start takes no time for them.
	 */
	@Bean
	@Order(CONTRACT - 1)
	GlobalOpenApiCustomizer allProblems(ProblemFactory problems) throws IOException {
		String description = new ClassPathResource("openapi/description.md").getContentAsString(StandardCharsets.UTF_8);
		return (document) -> {
			document.getInfo().setDescription(description + "\n" + codes());
			document.getComponents().addSchemas(PROBLEM, ProblemSchema.create());
			new OpenApiProblemExamples(problems).all().forEach(document.getComponents()::addExamples);
		};
	}

	@Bean
	OpenApiContractCustomizer openApiContractCustomizer(WebInvocationPrivilegeEvaluator privilegeEvaluator) {
		return new OpenApiContractCustomizer(privilegeEvaluator);
	}

	@Bean
	OpenApiSchemaCustomizer openApiSchemaCustomizer() {
		return new OpenApiSchemaCustomizer();
	}

	@Bean
	GlobalOperationCustomizer ownProblems() {
		return (operation, method) -> {
			ApiErrors own = method.getMethodAnnotation(ApiErrors.class);
			if (own != null) {
				OpenApiProblemResponses.add(operation,
						Arrays.stream(own.value()).map(OpenApiConfiguration::code).toList());
			}
			return operation;
		};
	}

	private static ErrorCode code(Class<?> refusal) {
		return (refusal == BadCredentialsException.class) ? ErrorCode.BAD_CREDENTIALS : ErrorCodes.of(refusal);
	}

	private static String codes() {
		return ErrorCodes.all()
			.stream()
			.collect(Collectors.groupingBy((code) -> code.status().value(), TreeMap::new,
					Collectors.mapping((code) -> "`" + code.code() + "`", Collectors.joining(", "))))
			.entrySet()
			.stream()
			.map((entry) -> "| " + entry.getKey() + " | " + entry.getValue() + " |\n")
			.collect(Collectors.joining("", "| status | codes of problems |\n|---|---|\n", ""));
	}

}
