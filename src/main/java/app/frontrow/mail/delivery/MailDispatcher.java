package app.frontrow.mail.delivery;

import app.frontrow.mail.MailMessage;
import app.frontrow.mail.MailSettings;
import app.frontrow.mail.OutgoingMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Hands one mail to the mail server, as text and as HTML.
 */
@Component
class MailDispatcher {

	private final ObjectProvider<JavaMailSender> sender;

	private final MailRenderer renderer;

	private final MailSettings settings;

	MailDispatcher(ObjectProvider<JavaMailSender> sender, MailRenderer renderer, MailSettings settings) {
		this.sender = sender;
		this.renderer = renderer;
		this.settings = settings;
	}

	/**
	 * Sends a mail; when this returns, the server has accepted it.
	 * @throws org.springframework.mail.MailException if it has not
	 */
	void send(OutgoingMail mail, MailMessage message) {
		JavaMailSender server = this.sender.getObject();
		try {
			MimeMessage mime = server.createMimeMessage();
			MimeMessageHelper helper = new MimeMessageHelper(mime, true, "UTF-8");
			helper.setFrom(this.settings.from());
			helper.setTo(mail.address());
			helper.setSubject(message.subject());
			helper.setText(this.renderer.renderText(message, mail.language()),
					this.renderer.renderHtml(message, mail.language()));
			mime.setHeader("Message-ID", mail.messageId(this.settings.requireSite().getHost()));
			mime.setHeader("Auto-Submitted", "auto-generated");
			mime.setHeader("Content-Language", mail.language().toLanguageTag());
			server.send(mime);
		}
		catch (MessagingException unable) {
			throw new MailPreparationException(unable);
		}
	}

}
