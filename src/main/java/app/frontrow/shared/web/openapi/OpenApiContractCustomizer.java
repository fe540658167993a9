package app.frontrow.shared.web.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.web.api.ApiPaths;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.core.Ordered;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.util.StringUtils;

/**
 * Adds to every operation of the OpenAPI document the tokens that it needs and the
 * problems that follow from its tokens, parameters and body. It asks Spring Security
 * which tokens an operation needs. The annotation
 * {@link app.frontrow.shared.web.problem.ApiErrors} names further problems of an
 * operation.
 */
class OpenApiContractCustomizer implements GlobalOpenApiCustomizer, Ordered {

	private static final Authentication ANONYMOUS = new AnonymousAuthenticationToken("openapi", "nobody",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	private static final Authentication MEMBER = UsernamePasswordAuthenticationToken.authenticated("member", null,
			AuthorityUtils.createAuthorityList("ROLE_MEMBER"));

	private final WebInvocationPrivilegeEvaluator privilegeEvaluator;

	OpenApiContractCustomizer(WebInvocationPrivilegeEvaluator privilegeEvaluator) {
		this.privilegeEvaluator = privilegeEvaluator;
	}

	@Override
	public int getOrder() {
		return OpenApiConfiguration.CONTRACT;
	}

	@Override
	public void customise(OpenAPI document) {
		document.getPaths()
			.forEach((path, item) -> item.readOperationsMap()
				.forEach((method, operation) -> complete(path, method, operation)));
	}

	private void complete(String path, HttpMethod method, Operation operation) {
		operation.setOperationId(operationId(path, method));
		List<ErrorCode> problems = new ArrayList<>(
				List.of(ErrorCode.MALFORMED_REQUEST, ErrorCode.NOT_ACCEPTABLE, ErrorCode.TEMPORARILY_UNAVAILABLE));
		SecurityRequirement tokens = new SecurityRequirement();
		if (!isOpenTo(ANONYMOUS, path, method)) {
			tokens.addList(OpenApiConfiguration.ACCESS_TOKEN);
			problems.add(ErrorCode.NOT_AUTHENTICATED);
			if (!isOpenTo(MEMBER, path, method)) {
				operation.setDescription("For the staff.");
				problems.addAll(List.of(ErrorCode.FORBIDDEN, ErrorCode.SECOND_FACTOR_REQUIRED));
			}
		}
		if (operation.getRequestBody() != null) {
			problems.addAll(List.of(ErrorCode.VALIDATION_FAILED, ErrorCode.UNSUPPORTED_MEDIA_TYPE));
		}
		parameters(operation).forEach((parameter) -> {
			removeNull(parameter);
			problems.addAll(problems(parameter));
		});
		operation.setSecurity(tokens.isEmpty() ? List.of() : List.of(tokens));
		OpenApiProblemResponses.add(operation, problems);
		operation.getResponses().addApiResponse("default", new ApiResponse().$ref(OpenApiConfiguration.PROBLEM));
	}

	/** An optional parameter is left out; in an address there is no null. */
	private static void removeNull(Parameter parameter) {
		Schema<?> schema = parameter.getSchema();
		Set<String> types = schema.getTypes();
		if (types != null) {
			schema.setTypes(types.stream().filter((type) -> !type.equals("null")).collect(Collectors.toSet()));
		}
	}

	private static List<ErrorCode> problems(Parameter parameter) {
		return switch (parameter.getIn()) {
			case "path" -> List.of(ErrorCode.NOT_FOUND);
			case "query" -> List.of(ErrorCode.VALIDATION_FAILED);
			default -> List.of();
		};
	}

	/**
	 * Makes for example {@code getMembersById}. It uses the path and not the name of the
	 * Java method, so a renamed method does not change the document.
	 */
	private static String operationId(String path, HttpMethod method) {
		return Arrays.stream(path.substring(ApiPaths.V1.length()).replace("{", "by-").split("[^a-z]+"))
			.map(StringUtils::capitalize)
			.collect(Collectors.joining("", method.name().toLowerCase(Locale.ROOT), ""));
	}

	private static List<Parameter> parameters(Operation operation) {
		return (operation.getParameters() != null) ? List.copyOf(operation.getParameters()) : List.of();
	}

	private boolean isOpenTo(Authentication caller, String path, HttpMethod method) {
		return this.privilegeEvaluator.isAllowed("", path.replaceAll("\\{[^}]*}", "1"), method.name(), caller);
	}

}
