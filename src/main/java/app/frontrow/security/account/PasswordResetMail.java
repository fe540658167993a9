package app.frontrow.security.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.mail.LinkTokenSigner;
import app.frontrow.mail.MailMessage;
import app.frontrow.mail.MailMessageSource;
import app.frontrow.mail.MailSettings;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The link that sets a new password. It is not sent once the request has ended.
 */
@Component
class PasswordResetMail implements MailMessageSource {

	static final String KIND = "password-reset";

	private final PasswordResetRepository resets;

	private final LinkTokenSigner tokens;

	private final MailSettings settings;

	private final MessageSource texts;

	PasswordResetMail(PasswordResetRepository resets, LinkTokenSigner tokens, MailSettings settings,
			MessageSource texts) {
		this.resets = resets;
		this.tokens = tokens;
		this.settings = settings;
		this.texts = texts;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Optional<MailMessage> create(UUID memberId, UUID reference) {
		if (this.resets.findMember(reference).isEmpty()) {
			return Optional.empty();
		}
		String token = URLEncoder.encode(this.tokens.sign(KIND, reference), StandardCharsets.UTF_8);
		return Optional.of(new MailMessage(text("mail.reset.subject"),
				List.of(text("mail.reset.text"), text("mail.reset.not-you")), List.of(), text("mail.reset.action"),
				this.settings.link("/reset/link?token=" + token)));
	}

	private String text(String key) {
		return this.texts.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
