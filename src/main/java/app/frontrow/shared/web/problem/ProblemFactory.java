package app.frontrow.shared.web.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.store.StoreOutageDetector;
import app.frontrow.shared.web.problem.Problem.FieldFault;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException.Reference;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Turns a failure into the problem of the API's answer, in the reader's language. A
 * problem never contains a class name, an SQL statement or a stack trace.
 */
@Component
public class ProblemFactory {

	private final MessageSource messages;

	private final LocaleResolver locales;

	ProblemFactory(MessageSource messages, LocaleResolver locales) {
		this.messages = messages;
		this.locales = locales;
	}

	/**
	 * Makes the answer to a request that failed.
	 * @param failure why it failed
	 * @param request the request
	 * @return status, headers and body
	 */
	public ResponseEntity<Problem> answer(Throwable failure, HttpServletRequest request) {
		Locale locale = this.locales.resolveLocale(request);
		ErrorCode code = code(failure, request);
		Map<String, Object> details = new LinkedHashMap<>();
		if (failure instanceof Refusal refusal) {
			details.putAll(refusal.details());
		}
		HttpHeaders headers = new HttpHeaders();
		if (failure instanceof ErrorResponse response) {
			headers.putAll(response.getHeaders());
		}
		if (code.equals(ErrorCode.TEMPORARILY_UNAVAILABLE)) {
			details.put("retryAfterSeconds", StoreOutageDetector.RETRY_AFTER_SECONDS);
		}
		if (details.containsKey("retryAfterSeconds")) {
			headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(details.get("retryAfterSeconds")));
		}
		if (code.status() == HttpStatus.UNAUTHORIZED) {
			headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}
		headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		headers.setCacheControl("no-store");
		Problem body = new Problem("urn:frontrow:problem:" + code.code(), title(code, locale), code.status().value(),
				detail(code, details, locale), request.getRequestURI(), code.code(),
				code.equals(ErrorCode.VALIDATION_FAILED) ? faults(failure, locale) : null, details);
		return new ResponseEntity<>(body, headers, code.status());
	}

	/**
	 * Maps the failure to its code. Spring throws an unspecific exception if the content
	 * type of the body has a wildcard, so this case is checked here.
	 */
	private static ErrorCode code(Throwable failure, HttpServletRequest request) {
		ErrorCode code = FailureCodeMapper.of(failure);
		boolean wildcard = request.getContentType() != null && request.getContentType().contains("*");
		return (wildcard && code.equals(ErrorCode.INTERNAL_ERROR)) ? ErrorCode.UNSUPPORTED_MEDIA_TYPE : code;
	}

	/**
	 * Returns the kind of problem in a few words.
	 */
	public String title(ErrorCode code, Locale locale) {
		return this.messages.getMessage("error." + code.code() + ".title", null, locale);
	}

	/**
	 * Returns a sentence that says what happened and what to do next.
	 * @param details the details of the refusal; they are the arguments of the message
	 */
	public String detail(ErrorCode code, Map<String, Object> details, Locale locale) {
		return this.messages.getMessage("error." + code.code() + ".detail", code.arguments(details), locale);
	}

	/**
	 * Returns the invalid fields, each with its message.
	 * @return null when the failure is not about fields
	 */
	public @Nullable List<FieldFault> faults(Throwable failure, Locale locale) {
		if (failure instanceof InvalidInputException invalid) {
			return invalid.violations()
				.stream()
				.map((fault) -> new FieldFault(fault.field(), text(fault, locale)))
				.toList();
		}
		if (failure instanceof MethodArgumentNotValidException invalid) {
			return invalid.getBindingResult().getAllErrors().stream().map((error) -> {
				if (!(error instanceof FieldError fault)) {
					return new FieldFault(error.getObjectName(), text(error, locale));
				}
				// the message of a failed conversion names classes
				return new FieldFault(fault.getField(),
						fault.isBindingFailure() ? wrongType(locale) : text(error, locale));
			}).toList();
		}
		if (failure instanceof HandlerMethodValidationException invalid) {
			List<FieldFault> faults = new ArrayList<>();
			invalid.getParameterValidationResults()
				.forEach(
						(result) -> result.getResolvableErrors()
							.forEach((error) -> faults.add(new FieldFault(
									Objects.requireNonNull(result.getMethodParameter().getParameterName()),
									text(error, locale)))));
			return faults;
		}
		if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
			return List.of(new FieldFault(mismatch.getName(), wrongType(locale)));
		}
		if (failure instanceof MissingServletRequestParameterException missing) {
			return List.of(new FieldFault(missing.getParameterName(),
					this.messages.getMessage("invalid.required", null, locale)));
		}
		return FailureCodeMapper.findWrongField(failure)
			.map((path) -> List.of(new FieldFault(path(path), wrongType(locale))))
			.orElse(null);
	}

	private String wrongType(Locale locale) {
		return this.messages.getMessage("invalid.type", null, locale);
	}

	private String text(InvalidInputException.Violation fault, Locale locale) {
		return this.messages.getMessage("invalid." + fault.rule(), fault.arguments().toArray(), locale);
	}

	private String text(MessageSourceResolvable error, Locale locale) {
		return this.messages.getMessage(error, locale);
	}

	private static String path(List<Reference> references) {
		StringBuilder path = new StringBuilder();
		for (Reference reference : references) {
			if (reference.getPropertyName() != null) {
				path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
			}
			else {
				path.append('[').append(reference.getIndex()).append(']');
			}
		}
		return path.toString();
	}

}
