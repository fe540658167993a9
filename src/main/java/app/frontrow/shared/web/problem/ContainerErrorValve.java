package app.frontrow.shared.web.problem;

import java.io.IOException;
import java.io.UncheckedIOException;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.SecurityHeadersFilter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

import org.springframework.http.HttpStatusCode;

/**
 * Writes the answer to a request that Tomcat refuses before any filter runs. Clients of
 * the API get a problem, people get a line of text. The answer does not name the server's
 * software.
 */
class ContainerErrorValve extends ErrorReportValve {

	private final ProblemWriter problems;

	ContainerErrorValve(ProblemWriter problems) {
		this.problems = problems;
		setShowServerInfo(false);
		setShowReport(false);
	}

	/**
	 * Gives no answer to requests of HTTP/0.9. Such an answer has no headers, so it would
	 * lack the security headers. An answer with the status 500 leaves a line in the log,
	 * because Tomcat and Spring log some of these failures nowhere.
	 */
	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if ("".equals(request.getProtocol())) {
			response.setSuspended(true);
			return;
		}
		super.invoke(request, response);
		if (response.getStatus() == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
			RequestFailureLogger.logInternalError(request.getRequest(),
					(Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
		}
	}

	@Override
	protected void report(Request request, Response response, Throwable failure) {
		if (response.getStatus() < 400 || response.getContentWritten() > 0 || response.isCommitted()) {
			return;
		}
		SecurityHeadersFilter.write(request.getRequest(), response.getResponse());
		ErrorCode code = FailureCodeMapper.of(HttpStatusCode.valueOf(response.getStatus()));
		if (!ApiPaths.matches(request.getRequest()) || code.status().value() != response.getStatus()) {
			super.report(request, response, null);
			return;
		}
		if (response.setErrorReported()) {
			try {
				this.problems.write(request.getRequest(), response.getResponse(), code, null);
			}
			catch (IOException gone) {
				throw new UncheckedIOException(gone);
			}
		}
	}

}
