package app.frontrow.shared.web.page;

import java.util.Locale;
import java.util.Set;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.problem.ProblemFactory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Fills the layout's model for all pages, and shows an error page for each refusal that a
 * controller does not handle. A module may have an advice of its own, which runs before
 * this one.
 */
@Order(PageAdvice.ORDER)
@ControllerAdvice(annotations = PageController.class)
class PageAdvice {

	static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

	private static final Set<Integer> PAGES = Set.of(403, 404, 410, 429, 500, 503);

	private final ProblemFactory problems;

	PageAdvice(ProblemFactory problems) {
		this.problems = problems;
	}

	@ModelAttribute
	void fillLayout(HttpServletRequest request, Model model) {
		LayoutModel.fill(request, model);
	}

	@ExceptionHandler
	String handleRefusal(Refusal refusal, HttpServletRequest request, HttpServletResponse response, Model model,
			Locale locale) {
		model.addAllAttributes(refusal.details());
		model.addAttribute("detail", this.problems.detail(refusal.code(), refusal.details(), locale));
		if (refusal.details().containsKey("retryAfterSeconds")) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.details().get("retryAfterSeconds")));
		}
		return page(refusal.code(), request, response, model);
	}

	/** Answers 404 for a malformed id in a path, because no resource can have it. */
	@ExceptionHandler
	String handleTypeMismatch(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		ErrorCode code = mismatch.getParameter().hasParameterAnnotation(PathVariable.class) ? ErrorCode.NOT_FOUND
				: ErrorCode.VALIDATION_FAILED;
		return page(code, request, response, model);
	}

	private static String page(ErrorCode code, HttpServletRequest request, HttpServletResponse response, Model model) {
		int status = code.status().value();
		response.setStatus(status);
		LayoutModel.fill(request, model);
		model.addAttribute("status", status);
		model.addAttribute("code", code.code());
		return "error/" + (PAGES.contains(status) ? status : "refused");
	}

}
