package app.frontrow.shared.web.problem;

import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.error.Texts;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorPageControllerTests {

	private final JsonMapper json = new JsonMapper();

	private final ProblemFactory problems = new ProblemFactory(Texts.source(), new AcceptHeaderLocaleResolver());

	private final ErrorPageController controller = new ErrorPageController(this.problems,
			new ProblemWriter(this.problems, this.json), new AcceptHeaderLocaleResolver());

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@ParameterizedTest
	@CsvSource({ "403, error/403, 403", "404, error/404, 404", "500, error/500, 500", "503, error/503, 503",
			"400, error/refused, 400", "405, error/refused, 405", "502, error/500, 500" })
	void pageRequestGetsAPage(int status, String view, int answered) throws Exception {
		failed("/wallet", status);

		ModelAndView page = this.controller.error(this.request, this.response);

		assertThat(page.getViewName()).isEqualTo(view);
		assertThat(page.getStatus().value()).isEqualTo(answered);
		assertThat(page.getModel()).containsEntry("status", answered).containsEntry("stale", false);
		assertThat(page.getModel().get("title")).asString().isNotBlank();
		assertThat(page.getModel().get("detail")).asString().isNotBlank();
	}

	@Test
	void formOfAnotherLogInIsShownAsOutOfDate() throws Exception {
		failed("/wallet", 403);
		this.request.setAttribute(WebAttributes.ACCESS_DENIED_403, new MissingCsrfTokenException("old"));

		ModelAndView page = this.controller.error(this.request, this.response);

		assertThat(page.getViewName()).isEqualTo("error/403");
		assertThat(page.getModel()).containsEntry("stale", true);
	}

	@Test
	void apiRequestGetsAProblemWithItsPath() throws Exception {
		failed("/api/v1/nowhere", 404);

		assertThat(this.controller.error(this.request, this.response)).isNull();

		JsonNode body = this.json.readTree(this.response.getContentAsByteArray());
		assertThat(this.response.getStatus()).isEqualTo(404);
		assertThat(this.response.getContentType()).isEqualTo("application/problem+json");
		assertThat(this.response.getHeader("Cache-Control")).isEqualTo("no-store");
		assertThat(body.get("code").asString()).isEqualTo("not-found");
		assertThat(body.get("instance").asString()).isEqualTo("/api/v1/nowhere");
	}

	@Test
	void outageAnswersWhenToTryAgain() throws Exception {
		failed("/api/v1/wallet", 503);

		this.controller.error(this.request, this.response);

		assertThat(this.response.getStatus()).isEqualTo(503);
		assertThat(this.response.getHeader("Retry-After")).isEqualTo("3");
	}

	@Test
	void failureDecidesBeforeTheStatus() throws Exception {
		failed("/wallet", 500);
		this.request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new NotFoundException());

		assertThat(this.controller.error(this.request, this.response).getStatus().value()).isEqualTo(404);
	}

	@Test
	void errorPageItselfIsNotFound() throws Exception {
		assertThat(this.controller.error(this.request, this.response).getStatus().value()).isEqualTo(404);
	}

	private void failed(String path, int status) {
		this.request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, path);
		this.request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
	}

}
