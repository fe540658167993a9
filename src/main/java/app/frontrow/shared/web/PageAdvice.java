package app.frontrow.shared.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;
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
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What all pages share: the layout's model, and what becomes of a refusal that no page
 * handles itself. Whoever is not in line is led to the waiting room; the rest is told on
 * a page of its own.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(annotations = PageController.class)
class PageAdvice {

	private static final Set<Integer> PAGES = Set.of(403, 404, 410, 429, 500, 503);

	private final Flashes flashes;

	private final Problems problems;

	PageAdvice(Flashes flashes, Problems problems) {
		this.flashes = flashes;
		this.problems = problems;
	}

	@ModelAttribute
	void layout(HttpServletRequest request, Model model) {
		Layout.describe(request, model);
	}

	@ExceptionHandler
	String refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response, Model model,
			RedirectAttributes redirect, Locale locale) {
		Object concertId = concertOf(refusal, request);
		String elsewhere = (concertId != null) ? elsewhere(refusal.code(), concertId) : null;
		if (elsewhere != null) {
			this.flashes.refusal(redirect, refusal);
			// for a part of a page the whole page goes there
			return ((request.getHeader("HX-Request") != null) ? "redirect:htmx:" : "redirect:") + elsewhere;
		}
		model.addAttribute("detail", this.problems.detail(refusal.code(), refusal.details(), locale));
		model.addAttribute("concertId", concertId);
		if (refusal.details().containsKey("retryAfterSeconds")) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.details().get("retryAfterSeconds")));
		}
		return page(refusal.code(), request, response, model);
	}

	/** An id that cannot exist is not found, whatever its form. */
	@ExceptionHandler
	String misread(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		ErrorCode code = mismatch.getParameter().hasParameterAnnotation(PathVariable.class) ? ErrorCode.NOT_FOUND
				: ErrorCode.VALIDATION_FAILED;
		return page(code, request, response, model);
	}

	private static String page(ErrorCode code, HttpServletRequest request, HttpServletResponse response, Model model) {
		int status = code.status().value();
		response.setStatus(status);
		Layout.describe(request, model);
		model.addAttribute("status", status);
		model.addAttribute("code", code.code());
		return "error/" + (PAGES.contains(status) ? status : "refused");
	}

	private static String elsewhere(ErrorCode code, Object concertId) {
		return switch (code) {
			case NOT_YOUR_TURN, QUEUE_TOKEN_INVALID, QUEUE_TOKEN_WRONG_CONCERT -> "/concerts/" + concertId + "/queue";
			case SALES_NOT_OPEN, SOLD_OUT -> "/concerts/" + concertId;
			default -> null;
		};
	}

	private static Object concertOf(Refusal refusal, HttpServletRequest request) {
		Object known = refusal.details().get(ConcertInView.ATTRIBUTE);
		if (known == null) {
			known = request.getAttribute(ConcertInView.ATTRIBUTE);
		}
		if (known == null && request
			.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
			known = variables.get(ConcertInView.ATTRIBUTE);
		}
		return known;
	}

}
