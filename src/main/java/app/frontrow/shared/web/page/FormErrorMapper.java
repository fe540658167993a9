package app.frontrow.shared.web.page;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.error.TooManyRequestsException;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/**
 * Shows a form again with the error messages beside its fields.
 */
public final class FormErrorMapper {

	/** The model attribute that marks the title of the page. */
	private static final String HAS_ERRORS = "hasErrors";

	private FormErrorMapper() {
	}

	/**
	 * Marks the title of the page, so that also a screen reader hears of the errors
	 * first.
	 */
	public static void markTitle(Model model) {
		model.addAttribute(HAS_ERRORS, true);
	}

	/**
	 * Marks the fields that break a rule. If the form has no such field, for example for
	 * the idempotency key, the message belongs to the whole form.
	 */
	public static void mark(BindingResult result, InvalidInputException invalid) {
		for (InvalidInputException.Violation fault : invalid.violations()) {
			String shown = (result.getFieldType(fault.field()) != null) ? fault.field() : null;
			result.rejectValue(shown, "invalid." + fault.rule(), fault.arguments().toArray(), fault.rule());
		}
	}

	/**
	 * Answers with the form again.
	 * @param here the address of the form, for the language switch; null if it was asked
	 * for by GET
	 */
	public static void answer(HttpServletResponse response, Model model, ErrorCode code, @Nullable String here) {
		response.setStatus(code.status().value());
		model.addAttribute("code", code.code());
		markTitle(model);
		if (here != null) {
			model.addAttribute(LayoutModel.CURRENT_PATH, here);
		}
	}

	/**
	 * Prepares the answer that shows the form again and says when to send it again.
	 * @param here the address of the form, for the language switch; null if the request
	 * was a GET
	 */
	public static void answer(HttpServletResponse response, Model model, TooManyRequestsException tooMany,
			@Nullable String here) {
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.retryAfterSeconds()));
		answer(response, model, tooMany.code(), here);
	}

	/**
	 * Marks one field with the text of the refusal.
	 */
	public static void mark(BindingResult result, String field, Refusal refusal) {
		result.rejectValue(field, "error." + refusal.code().code() + ".detail",
				refusal.code().arguments(refusal.details()), refusal.code().code());
	}

}
