package app.frontrow.shared.web.problem;

import java.io.IOException;
import java.util.Objects;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Writes problems to answers without a controller: in filters and in Spring Security.
 */
@Component
public class ProblemWriter {

	private final ProblemFactory problems;

	private final JsonMapper json;

	ProblemWriter(ProblemFactory problems, JsonMapper json) {
		this.problems = problems;
		this.json = json;
	}

	/**
	 * Answers with a problem of this code.
	 * @param path the path for the problem; null for the path of the request
	 */
	public void write(HttpServletRequest request, HttpServletResponse response, ErrorCode code, @Nullable String path)
			throws IOException {
		ResponseEntity<Problem> answer = this.problems.answer(new Plain(code), request);
		Problem body = Objects.requireNonNull(answer.getBody());
		if (path != null) {
			body = new Problem(body.type(), body.title(), body.status(), body.detail(), path, body.code(),
					body.errors(), body.details());
		}
		response.setStatus(answer.getStatusCode().value());
		answer.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
		response.getOutputStream().write(this.json.writeValueAsBytes(body));
	}

	private static final class Plain extends Refusal {

		private static final long serialVersionUID = 1L;

		Plain(ErrorCode code) {
			super(code);
		}

	}

}
