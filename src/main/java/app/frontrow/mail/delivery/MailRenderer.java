package app.frontrow.mail.delivery;

import java.util.Locale;
import java.util.Map;

import app.frontrow.mail.MailMessage;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/**
 * Makes the text and the HTML of a mail.
 */
@Component
class MailRenderer {

	private final ITemplateEngine templates;

	MailRenderer(ITemplateEngine templates) {
		this.templates = templates;
	}

	String renderHtml(MailMessage message, Locale language) {
		return render("mail/message", message, language);
	}

	String renderText(MailMessage message, Locale language) {
		return render("mail/message-text", message, language);
	}

	private String render(String template, MailMessage message, Locale language) {
		return this.templates.process(template, new Context(language, Map.of("mail", message)));
	}

}
