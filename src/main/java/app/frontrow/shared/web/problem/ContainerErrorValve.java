package app.frontrow.shared.web.problem;

import java.io.IOException;
import java.io.UncheckedIOException;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.SecurityHeadersFilter;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

import org.springframework.http.HttpStatusCode;

/**
 * Says what the container has to say by itself: about a request that it turns away before
 * any filter sees it. Programs get a problem like any other, people a line of text, and
 * nobody hears who serves.
 */
class ContainerErrorValve extends ErrorReportValve {

	private final ProblemWriter problems;

	ContainerErrorValve(ProblemWriter problems) {
		this.problems = problems;
		setShowServerInfo(false);
		setShowReport(false);
	}

	/**
	 * Says nothing to requests of HTTP/0.9, whose answers have no headers: nothing would
	 * tell a browser what not to do with them.
	 */
	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if ("".equals(request.getProtocol())) {
			response.setSuspended(true);
			return;
		}
		super.invoke(request, response);
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
