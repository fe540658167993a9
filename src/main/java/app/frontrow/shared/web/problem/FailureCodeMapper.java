package app.frontrow.shared.web.problem;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.store.StoreOutageDetector;
import org.apache.tomcat.util.http.InvalidParameterException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Maps a failure to the error code of its answer.
 */
final class FailureCodeMapper {

	private FailureCodeMapper() {
	}

	static ErrorCode of(Throwable failure) {
		if (failure instanceof Refusal refusal) {
			return refusal.code();
		}
		if (failure instanceof BadCredentialsException) {
			return ErrorCode.BAD_CREDENTIALS;
		}
		if (StoreOutageDetector.isCauseOf(failure) || failure instanceof PessimisticLockingFailureException) {
			// a row that stays locked is like an outage: the caller can only try again
			return ErrorCode.TEMPORARILY_UNAVAILABLE;
		}
		if (failure instanceof AuthenticationException) {
			return ErrorCode.NOT_AUTHENTICATED;
		}
		if (failure instanceof AccessDeniedException) {
			return ErrorCode.FORBIDDEN;
		}
		if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
			// no resource can have a malformed id, so it is not found
			return mismatch.getParameter().hasParameterAnnotation(PathVariable.class) ? ErrorCode.NOT_FOUND
					: ErrorCode.VALIDATION_FAILED;
		}
		if (failure instanceof RequestRejectedException || failure instanceof InvalidParameterException) {
			// a forbidden character in a header, or a form that is too large or too slow
			return ErrorCode.MALFORMED_REQUEST;
		}
		if (failure instanceof MissingPathVariableException) {
			return ErrorCode.NOT_FOUND;
		}
		if (failure instanceof HttpMessageNotReadableException || failure instanceof IOException) {
			return findWrongField(failure).isPresent() ? ErrorCode.VALIDATION_FAILED : ErrorCode.MALFORMED_REQUEST;
		}
		if (failure instanceof MethodArgumentNotValidException || failure instanceof HandlerMethodValidationException
				|| failure instanceof MissingServletRequestParameterException) {
			return ErrorCode.VALIDATION_FAILED;
		}
		return (failure instanceof ErrorResponse response) ? of(response.getStatusCode()) : ErrorCode.INTERNAL_ERROR;
	}

	/**
	 * Finds the field of a well-formed body whose value has the wrong type or range.
	 */
	static Optional<List<Reference>> findWrongField(Throwable failure) {
		Throwable cause = (failure instanceof HttpMessageNotReadableException) ? failure.getCause() : null;
		boolean wellFormed = cause instanceof DatabindException || cause instanceof InputCoercionException;
		return (wellFormed && cause instanceof JacksonException wrong)
				? Optional.of(wrong.getPath()).filter((path) -> !path.isEmpty()) : Optional.empty();
	}

	static ErrorCode of(HttpStatusCode status) {
		return switch (status.value()) {
			case 401 -> ErrorCode.NOT_AUTHENTICATED;
			case 403 -> ErrorCode.FORBIDDEN;
			case 404 -> ErrorCode.NOT_FOUND;
			case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
			case 406 -> ErrorCode.NOT_ACCEPTABLE;
			case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
			case 429 -> ErrorCode.TOO_MANY_REQUESTS;
			case 503 -> ErrorCode.TEMPORARILY_UNAVAILABLE;
			default -> status.is4xxClientError() ? ErrorCode.MALFORMED_REQUEST : ErrorCode.INTERNAL_ERROR;
		};
	}

}
