package app.frontrow.mail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Asks whether an address is right.
 */
@Component
class ConfirmationMail implements MailMessageSource {

	private final MessageSource texts;

	private final LinkTokenSigner tokens;

	private final MailSettings settings;

	ConfirmationMail(MessageSource texts, LinkTokenSigner tokens, MailSettings settings) {
		this.texts = texts;
		this.tokens = tokens;
		this.settings = settings;
	}

	@Override
	public String kind() {
		return MailAddressService.CONFIRMATION;
	}

	@Override
	public Optional<MailMessage> create(UUID memberId, UUID reference) {
		String token = URLEncoder.encode(this.tokens.sign(kind(), reference), StandardCharsets.UTF_8);
		return Optional.of(new MailMessage(text("mail.confirm.subject"),
				List.of(text("mail.confirm.text"), text("mail.confirm.not-you")), List.of(),
				text("mail.confirm.action"), this.settings.link("/email/confirm?token=" + token)));
	}

	private String text(String key) {
		return this.texts.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
