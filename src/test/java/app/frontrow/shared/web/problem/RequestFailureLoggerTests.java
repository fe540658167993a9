package app.frontrow.shared.web.problem;

import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.NotReadyException;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class RequestFailureLoggerTests {

	@Test
	@ProvesRule(rule = "A crowd whose requests fail does not fill the log",
			guard = "RequestFailureLogger.logUnexpected", brokenBy = "leaving out write")
	void manyFailuresFillNoLog(CapturedOutput output) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/concerts/" + "x".repeat(7_000));

		for (int time = 0; time < 1_000; time++) {
			RequestFailureLogger.logUnexpected(request, new NobodyForesawException());
		}

		assertThat(output.getAll().lines().filter((line) -> line.contains("GET /concerts/xxx"))).hasSize(60)
			.allMatch((line) -> line.contains("x… failed") && line.length() < 500);
	}

	@Test
	@ProvesRule(rule = "A queue that is not ready is not called a store out of reach",
			guard = "RequestFailureLogger.logOutage", brokenBy = "leaving out NotReadyException")
	void reasonThatIsLoggedElsewhereIsNotLoggedAgain(CapturedOutput output) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/concerts/7/queue/place");

		RequestFailureLogger.logOutage(request, new LaterConcertException());
		RequestFailureLogger.logOutage(request, new ServletException("A page failed", new LaterConcertException()));
		RequestFailureLogger.logOutage(request, new IllegalStateException("gone"));

		assertThat(output.getAll().lines().filter((line) -> line.contains("/concerts/7/queue/place"))).singleElement()
			.matches((line) -> line.endsWith("a store is out of reach: gone"));
	}

	private static final class LaterConcertException extends NotReadyException {

		private static final long serialVersionUID = 1L;

		LaterConcertException() {
			super("A later concert");
		}

	}

	private static final class NobodyForesawException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
