package app.frontrow.shared.web.problem;

import java.io.IOException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

@ExtendWith(OutputCaptureExtension.class)
class ContainerErrorValveTests {

	private final Request request = mock();

	private final Response response = mock();

	@Test
	void silentFailureIsLogged(CapturedOutput log) throws Exception {
		answer(500, null);
		answer(500, new ServletException(new ClientAbortException()));

		assertThat(log.getAll().lines().filter((line) -> line.contains("GET /concerts/7/queue/place"))).hasSize(2)
			.satisfiesExactly((line) -> assertThat(line).endsWith("was answered with 500: the cause is not known here"),
					(line) -> assertThat(line).endsWith(ClientAbortException.class.getName()));
	}

	@Test
	void otherAnswersAreNotLogged(CapturedOutput log) throws Exception {
		answer(200, null);
		answer(404, null);
		answer(503, null);

		assertThat(log.getAll()).doesNotContain("/concerts/7/queue/place");
	}

	private void answer(int status, Throwable failure) throws IOException, ServletException {
		given(this.request.getRequest()).willReturn(new MockHttpServletRequest("GET", "/concerts/7/queue/place"));
		given(this.request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)).willReturn(failure);
		given(this.response.getStatus()).willReturn(status);
		given(this.response.isCommitted()).willReturn(true);
		ContainerErrorValve valve = new ContainerErrorValve(mock());
		valve.setNext(new ValveBase() {
			@Override
			public void invoke(Request ignored, Response alsoIgnored) {
				// has answered
			}
		});
		valve.invoke(this.request, this.response);
	}

}
