package app.frontrow.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Greets a member who has confirmed the first address.
 */
@Component
class WelcomeMail implements MailMessageSource {

	private final MessageSource texts;

	private final MailSettings settings;

	WelcomeMail(MessageSource texts, MailSettings settings) {
		this.texts = texts;
		this.settings = settings;
	}

	@Override
	public String kind() {
		return MailAddressService.WELCOME;
	}

	@Override
	public Optional<MailMessage> create(UUID memberId, UUID reference) {
		return Optional.of(new MailMessage(text("mail.welcome.subject"), List.of(text("mail.welcome.text")), List.of(),
				text("mail.welcome.action"), this.settings.link("/")));
	}

	private String text(String key) {
		return this.texts.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
