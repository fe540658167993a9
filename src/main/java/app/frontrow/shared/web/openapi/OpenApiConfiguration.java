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
 * What the OpenAPI document says beyond paths and bodies: who may call what, and how
 * problems look. The rules come from the security chain and the codes from the refusals,
 * so the document cannot say anything else than the product does. A module adds what is
 * its own with customizers of the library, after {@link #CONTRACT}.
 */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

	/** The order of the customizer that knows who may call what. */
	public static final int CONTRACT = 0;

	/** Name of the scheme that says who somebody is. */
	static final String ACCESS_TOKEN = "accessToken";

	/** Name of the schema and of the answer that every problem has. */
	static final String PROBLEM = "Problem";

	@Bean
	OpenAPI openApi() {
		return new OpenAPI().info(new Info().title("Frontrow").version("v1"))
			.addServersItem(new Server().url("/"))
			.components(new Components()
				.addSecuritySchemes(ACCESS_TOKEN,
						new SecurityScheme().type(SecurityScheme.Type.HTTP)
							.scheme("bearer")
							.description("Who: the access token of `POST /api/v1/sessions`. Dead once it is deleted."))
				.addResponses(PROBLEM, OpenApiProblemResponses.any("What nobody foresaw, also a problem (RFC 9457)")));
	}

	/**
	 * The codes are collected for the first reader of the document, not for the start.
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
	OpenApiContractCustomizer openApiContractCustomizer(WebInvocationPrivilegeEvaluator doors) {
		return new OpenApiContractCustomizer(doors);
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
