package app.frontrow.mail.delivery;

import java.util.concurrent.atomic.AtomicInteger;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A real mail server on loopback, and a sender that can be killed around a mail.
 */
@TestConfiguration(proxyBeanMethods = false)
class MailServerConfiguration {

	@Bean(initMethod = "start", destroyMethod = "stop")
	GreenMail mailServer() {
		return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
	}

	@Bean
	MortalMailSender mailSender(GreenMail server) {
		MortalMailSender sender = new MortalMailSender();
		sender.setHost("127.0.0.1");
		sender.setPort(server.getSmtp().getPort());
		return sender;
	}

	/** Ends like an instance that is killed, before or after the server has the mail. */
	static class MortalMailSender extends JavaMailSenderImpl {

		private final AtomicInteger deaths = new AtomicInteger();

		void die(int times) {
			this.deaths.set(times);
		}

		int deathsLeft() {
			return Math.max(0, this.deaths.get());
		}

		@Override
		public void send(MimeMessage message) {
			int death = this.deaths.getAndDecrement();
			if (death <= 0 || death % 2 == 0) {
				super.send(message);
			}
			if (death > 0) {
				throw new Killed();
			}
		}

	}

	/** No code of the product handles it. */
	static class Killed extends Error {

		private static final long serialVersionUID = 1L;

	}

}
