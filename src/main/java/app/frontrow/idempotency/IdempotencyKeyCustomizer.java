package app.frontrow.idempotency;

import java.util.List;

import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.web.openapi.OpenApiProblemResponses;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.GlobalOperationCustomizer;

import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes the header {@code Idempotency-Key} in the OpenAPI document, with the problems
 * that follow from it.
 */
@Component
class IdempotencyKeyCustomizer implements GlobalOperationCustomizer {

	private static final String HEADER = "Idempotency-Key";

	private static final String DESCRIPTION = "1 to 255 visible ASCII characters. "
			+ "The same key with the same body gives the first answer again, for 24 hours.";

	@Override
	public Operation customize(Operation operation, HandlerMethod method) {
		if (operation.getParameters() != null) {
			operation.getParameters()
				.stream()
				.filter((parameter) -> HEADER.equals(parameter.getName()))
				.forEach((parameter) -> describe(parameter, operation));
		}
		return operation;
	}

	private static void describe(Parameter header, Operation operation) {
		header.setDescription(DESCRIPTION);
		OpenApiProblemResponses.add(operation, List.of(InvalidInputException.CODE, RequestInProgressException.CODE,
				IdempotencyKeyReusedException.CODE));
	}

}
