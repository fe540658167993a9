package app.frontrow.waitingroom.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import app.frontrow.catalogue.SalesNotOpenException;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.web.openapi.OpenApiConfiguration;
import app.frontrow.shared.web.openapi.OpenApiProblemResponses;
import app.frontrow.waitingroom.NotYourTurnException;
import app.frontrow.waitingroom.QueueTokenExpiredException;
import app.frontrow.waitingroom.token.QueueTokenInvalidException;
import app.frontrow.waitingroom.token.QueueTokenWrongConcertException;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Describes the queue token in the OpenAPI document: which operations need it, and the
 * problems that follow from it.
 */
@Component
@Order(OpenApiConfiguration.CONTRACT + 1)
class QueueTokenCustomizer implements GlobalOpenApiCustomizer {

	private static final String SCHEME = "queueToken";

	/** The problems of an operation that only admitted members may use. */
	private static final List<ErrorCode> TURN = List.of(QueueTokenInvalidException.CODE, NotYourTurnException.CODE,
			SalesNotOpenException.CODE, QueueTokenWrongConcertException.CODE, QueueTokenExpiredException.CODE);

	/** The problems of an operation for which the token is optional. */
	private static final List<ErrorCode> TOKEN_IF_ANY = List.of(QueueTokenInvalidException.CODE,
			QueueTokenWrongConcertException.CODE);

	@Override
	public void customise(OpenAPI document) {
		document.getComponents()
			.addSecuritySchemes(SCHEME,
					new SecurityScheme().type(SecurityScheme.Type.APIKEY)
						.in(SecurityScheme.In.HEADER)
						.name(QueueApiController.QUEUE_TOKEN)
						.description("Shows whose turn it is: the queue token of one member for one concert."));
		document.getPaths().values().stream().flatMap((path) -> path.readOperations().stream()).forEach(this::complete);
		orNull(Objects.requireNonNull(document.getComponents().getSchemas().get("QueuePlace")), "estimatedWaitSeconds");
	}

	private void complete(Operation operation) {
		header(operation).ifPresent((header) -> {
			if (StringUtils.hasText(header.getDescription())) {
				// if an operation describes the header, the token is optional
				OpenApiProblemResponses.add(operation, TOKEN_IF_ANY);
				return;
			}
			operation.getParameters().remove(header);
			boolean alone = operation.getSecurity().isEmpty();
			OpenApiProblemResponses.add(operation, alone ? List.of(QueueTokenInvalidException.CODE) : TURN);
			SecurityRequirement tokens = alone ? new SecurityRequirement() : operation.getSecurity().get(0);
			operation.setSecurity(List.of(tokens.addList(SCHEME)));
		});
	}

	private static Optional<Parameter> header(Operation operation) {
		return Optional.ofNullable(operation.getParameters())
			.stream()
			.flatMap(List::stream)
			.filter((parameter) -> QueueApiController.QUEUE_TOKEN.equals(parameter.getName()))
			.findFirst();
	}

	/**
	 * Makes the member nullable. The annotation {@code Nullable} has no effect on a
	 * member that refers to another schema.
	 */
	private static void orNull(Schema<?> schema, String member) {
		Schema<?> reference = schema.getProperties().get(member);
		schema.addProperty(member, new Schema<>().oneOf(List.of(reference, new Schema<>().types(Set.of("null")))));
	}

}
