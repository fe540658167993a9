package app.frontrow.shared.web.page;

import java.util.List;
import java.util.Locale;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.problem.Problem.FieldFault;
import app.frontrow.shared.web.problem.ProblemFactory;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Adds a message for the page that a redirect leads to.
 */
@Component
public class FlashMessageWriter {

	private final MessageSource messages;

	private final ProblemFactory problems;

	FlashMessageWriter(MessageSource messages, ProblemFactory problems) {
		this.messages = messages;
		this.problems = problems;
	}

	/**
	 * Adds a message about a success.
	 * @param key the key of the message
	 * @param arguments the arguments of the message
	 */
	public void addNotice(RedirectAttributes redirect, String key, Object... arguments) {
		String text = this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
		redirect.addFlashAttribute(FlashMessage.ATTRIBUTE, new FlashMessage(text, null));
	}

	/**
	 * Adds a message about a refusal and its reason.
	 */
	public void addRefusal(RedirectAttributes redirect, Refusal refusal) {
		redirect.addFlashAttribute(FlashMessage.ATTRIBUTE, create(refusal));
	}

	/**
	 * Adds a message about a refusal and the input that it is about, which the message
	 * links to and names.
	 * @param field the id of the input
	 * @param label the message key of its label
	 * @param typed what was typed; null for passwords
	 */
	public void addRefusal(RedirectAttributes redirect, Refusal refusal, String field, String label,
			@Nullable String typed) {
		boolean isAboutInput = refusal instanceof InvalidInputException;
		String name = isAboutInput ? this.messages.getMessage(label, null, LocaleContextHolder.getLocale()) : null;
		redirect.addFlashAttribute(FlashMessage.ATTRIBUTE,
				new FlashMessage(text(refusal), refusal.code().code(), new FlashMessage.Input(field, name, typed)));
	}

	/**
	 * Redirects to another page, which shows the refusal. If htmx asked for a fragment,
	 * the whole page is redirected.
	 * @param address the address of the other page
	 * @return the name of the view
	 */
	public String redirect(String address, Refusal refusal, HttpServletRequest request, RedirectAttributes redirect) {
		addRefusal(redirect, refusal);
		return ((request.getHeader("HX-Request") != null) ? "redirect:htmx:" : "redirect:") + address;
	}

	/**
	 * Makes a message about a refusal, for a page that shows it without a redirect.
	 */
	public FlashMessage create(Refusal refusal) {
		return new FlashMessage(text(refusal), refusal.code().code());
	}

	/**
	 * Returns the text of the key {@code flash.<code>} if there is one, else the text of
	 * the API.
	 */
	private String text(Refusal refusal) {
		Locale locale = LocaleContextHolder.getLocale();
		ErrorCode code = refusal.code();
		String forPages = this.messages.getMessage("flash." + code.code(), null, null, locale);
		if (forPages != null) {
			return forPages;
		}
		List<FieldFault> faults = this.problems.faults(refusal, locale);
		return (faults != null && !faults.isEmpty()) ? faults.get(0).message()
				: this.problems.detail(code, refusal.details(), locale);
	}

}
