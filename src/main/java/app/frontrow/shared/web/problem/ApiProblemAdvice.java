package app.frontrow.shared.web.problem;

import java.util.Objects;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.web.api.ApiPaths;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers every failed request to the API with a problem. Failures of pages are thrown
 * again, so that the handlers of pages answer them.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ApiProblemAdvice {

	private final ProblemFactory problems;

	ApiProblemAdvice(ProblemFactory problems) {
		this.problems = problems;
	}

	/**
	 * A failure after the first bytes of an answer is thrown on, so that the container
	 * breaks the connection. Otherwise half a file would look like a whole one.
	 */
	@ExceptionHandler
	ResponseEntity<Problem> answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
			throws Exception {
		if (!ApiPaths.matches(request) || failure instanceof AccessDeniedException || response.isCommitted()) {
			throw failure;
		}
		ResponseEntity<Problem> answer = this.problems.answer(failure, request);
		if (Objects.requireNonNull(answer.getBody()).code().equals(ErrorCode.INTERNAL_ERROR.code())) {
			RequestFailureLogger.logUnexpected(request, failure);
		}
		else if (answer.getStatusCode().is5xxServerError()) {
			RequestFailureLogger.logOutage(request, failure);
		}
		return answer;
	}

}
