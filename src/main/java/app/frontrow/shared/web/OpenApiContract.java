package app.frontrow.shared.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import app.frontrow.shared.ErrorCode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.util.StringUtils;

/**
 * Writes into every operation of the OpenAPI document which tokens it needs, by asking
 * the doors themselves, and the problems that follow from them and from what the
 * operation takes. Problems of its own are named by {@link MayRefuse}.
 */
class OpenApiContract implements GlobalOpenApiCustomizer {

	static final String QUEUE_TOKEN_HEADER = "Queue-Token";

	private static final Authentication NOBODY = new AnonymousAuthenticationToken("openapi", "nobody",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	private static final Authentication MEMBER = UsernamePasswordAuthenticationToken.authenticated("member", null,
			AuthorityUtils.createAuthorityList("ROLE_MEMBER"));

	private static final String IDEMPOTENCY_KEY_HEADER = "Idempotency-Key";

	private static final String IDEMPOTENCY_KEY = "1 to 255 visible ASCII characters. "
			+ "The same key with the same body gives the first answer again, for 24 hours.";

	/** What the gate of the waiting room says to a member who is logged in. */
	private static final List<ErrorCode> GATE = List.of(ErrorCode.QUEUE_TOKEN_INVALID, ErrorCode.NOT_YOUR_TURN,
			ErrorCode.SALES_NOT_OPEN, ErrorCode.QUEUE_TOKEN_WRONG_CONCERT, ErrorCode.QUEUE_TOKEN_EXPIRED);

	private final WebInvocationPrivilegeEvaluator doors;

	OpenApiContract(WebInvocationPrivilegeEvaluator doors) {
		this.doors = doors;
	}

	@Override
	public void customise(OpenAPI document) {
		document.getPaths()
			.forEach((path, item) -> item.readOperationsMap()
				.forEach((method, operation) -> complete(path, method, operation)));
	}

	private void complete(String path, HttpMethod method, Operation operation) {
		operation.setOperationId(operationId(path, method));
		Set<ErrorCode> problems = EnumSet.of(ErrorCode.MALFORMED_REQUEST, ErrorCode.NOT_ACCEPTABLE,
				ErrorCode.TEMPORARILY_UNAVAILABLE);
		SecurityRequirement tokens = new SecurityRequirement();
		if (!isOpenTo(NOBODY, path, method)) {
			tokens.addList(OpenApiConfiguration.ACCESS_TOKEN);
			problems.add(ErrorCode.NOT_AUTHENTICATED);
			if (!isOpenTo(MEMBER, path, method)) {
				operation.setDescription("For administrators.");
				problems.add(ErrorCode.FORBIDDEN);
			}
		}
		if (operation.getRequestBody() != null) {
			problems.addAll(List.of(ErrorCode.VALIDATION_FAILED, ErrorCode.UNSUPPORTED_MEDIA_TYPE));
		}
		for (Parameter parameter : parameters(operation)) {
			if (QUEUE_TOKEN_HEADER.equals(parameter.getName())) {
				if (StringUtils.hasText(parameter.getDescription())) {
					// an operation that describes the header does not need it
					problems.addAll(List.of(ErrorCode.QUEUE_TOKEN_INVALID, ErrorCode.QUEUE_TOKEN_WRONG_CONCERT));
					continue;
				}
				problems.addAll(tokens.isEmpty() ? List.of(ErrorCode.QUEUE_TOKEN_INVALID) : GATE);
				tokens.addList(OpenApiConfiguration.QUEUE_TOKEN);
				operation.getParameters().remove(parameter);
			}
			problems.addAll(problems(parameter));
		}
		operation.setSecurity(tokens.isEmpty() ? List.of() : List.of(tokens));
		ProblemAnswers.add(operation, problems);
		operation.setResponses(sorted(operation.getResponses()));
		operation.getResponses().addApiResponse("default", new ApiResponse().$ref(OpenApiConfiguration.PROBLEM));
	}

	private static List<ErrorCode> problems(Parameter parameter) {
		if (IDEMPOTENCY_KEY_HEADER.equals(parameter.getName())) {
			parameter.setDescription(IDEMPOTENCY_KEY);
			return List.of(ErrorCode.VALIDATION_FAILED, ErrorCode.REQUEST_IN_PROGRESS,
					ErrorCode.IDEMPOTENCY_KEY_REUSED);
		}
		return switch (parameter.getIn()) {
			case "path" -> List.of(ErrorCode.NOT_FOUND);
			case "query" -> List.of(ErrorCode.VALIDATION_FAILED);
			default -> List.of();
		};
	}

	private static ApiResponses sorted(ApiResponses responses) {
		ApiResponses sorted = new ApiResponses();
		new TreeMap<>(responses).forEach(sorted::addApiResponse);
		return sorted;
	}

	/** For example {@code getConcertsByIdShows}; stable, whatever methods are called. */
	private static String operationId(String path, HttpMethod method) {
		return Arrays.stream(path.substring(ApiPaths.V1.length()).replace("{", "by-").split("[^a-z]+"))
			.map(StringUtils::capitalize)
			.collect(Collectors.joining("", method.name().toLowerCase(Locale.ROOT), ""));
	}

	private static List<Parameter> parameters(Operation operation) {
		return (operation.getParameters() != null) ? List.copyOf(operation.getParameters()) : List.of();
	}

	private boolean isOpenTo(Authentication caller, String path, HttpMethod method) {
		return this.doors.isAllowed("", path.replaceAll("\\{[^}]*}", "1"), method.name(), caller);
	}

}
