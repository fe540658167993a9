package app.frontrow.shared.web.problem;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.web.api.ApiPaths;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers a failure that no controller handled: with a problem for clients of the API,
 * with a page for people. It uses no session and no store, because it also answers during
 * their outage.
 */
@Controller
class ErrorPageController implements ErrorController {

	private static final Set<Integer> PAGES = Set.of(403, 404, 410, 429, 500, 503);

	private final ProblemFactory problems;

	private final ProblemWriter writer;

	private final LocaleResolver locales;

	ErrorPageController(ProblemFactory problems, ProblemWriter writer, LocaleResolver locales) {
		this.problems = problems;
		this.writer = writer;
		this.locales = locales;
	}

	@RequestMapping("/error")
	@Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws Exception {
		ErrorCode code = code(request);
		String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		if (ApiPaths.matches((path != null) ? path : request.getRequestURI())) {
			this.writer.write(request, response, code, path);
			return null;
		}
		Locale locale = this.locales.resolveLocale(request);
		int status = code.status().value();
		ModelAndView page = new ModelAndView(
				"error/" + (PAGES.contains(status) ? status : (status < 500) ? "refused" : 500));
		page.setStatus(code.status());
		page.addObject("status", status);
		page.addObject("stale", request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException);
		page.addObject("code", code.code());
		page.addObject("title", this.problems.title(code, locale));
		page.addObject("detail", this.problems.detail(code, Map.of(), locale));
		return page;
	}

	private static ErrorCode code(HttpServletRequest request) {
		Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
		if (failure instanceof Throwable throwable) {
			return FailureCodeMapper.of(throwable);
		}
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		return FailureCodeMapper.of(HttpStatusCode.valueOf((status instanceof Integer number) ? number : 404));
	}

}
