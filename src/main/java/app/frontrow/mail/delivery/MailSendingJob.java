package app.frontrow.mail.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import app.frontrow.mail.MailMessage;
import app.frontrow.mail.MailMessageSource;
import app.frontrow.mail.MailOutboxRepository;
import app.frontrow.mail.MailSettings;
import app.frontrow.mail.OutgoingMail;
import app.frontrow.shared.RetryBackoff;
import app.frontrow.shared.store.StoreOutageDetector;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends the mails of the outbox, on any instance. The job takes a mail for one try, and
 * marks it after the mail server has accepted it. If the instance fails between these two
 * steps, the mail is sent again later with the same Message-ID. SMTP has no transactions
 * that could prevent this.
 */
@Component
class MailSendingJob {

	private static final Logger log = LoggerFactory.getLogger(MailSendingJob.class);

	private static final int AT_ONCE = 50;

	private final MailOutboxRepository outbox;

	private final Map<String, MailMessageSource> sources;

	private final MailDispatcher dispatcher;

	private final MailSettings settings;

	private final boolean on;

	MailSendingJob(MailOutboxRepository outbox, ObjectProvider<MailMessageSource> sources, MailDispatcher dispatcher,
			MailSettings settings, ObjectProvider<JavaMailSender> sender, MeterRegistry meters) {
		this.outbox = outbox;
		this.sources = sources.stream().collect(Collectors.toMap(MailMessageSource::kind, Function.identity()));
		this.dispatcher = dispatcher;
		this.settings = settings;
		this.on = sender.getIfAvailable() != null;
		for (String status : List.of("PENDING", "FAILED")) {
			Gauge.builder("frontrow.mails", () -> outbox.count(status)).tag("status", status).register(meters);
		}
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	void send() {
		if (!this.on) {
			return;
		}
		try {
			List<OutgoingMail> due = this.outbox.findDue(AT_ONCE);
			due.forEach(this::sendOnce);
		}
		catch (RuntimeException failure) {
			if (!StoreOutageDetector.isCauseOf(failure)) {
				log.error("The outbox could not be sent; another try follows", failure);
			}
		}
	}

	private void sendOnce(OutgoingMail mail) {
		if (!this.outbox.claim(mail, pauseAfter(mail.attempt()))) {
			return;
		}
		try {
			Optional<MailMessage> message = write(mail);
			if (message.isPresent()) {
				this.dispatcher.send(mail, message.get());
				this.outbox.markSent(mail.id());
			}
			else {
				this.outbox.markEnded(mail.id(), "DROPPED");
			}
		}
		catch (RuntimeException failure) {
			noteFailure(mail, failure);
		}
	}

	/** Texts and dates are in the reader's language. */
	private Optional<MailMessage> write(OutgoingMail mail) {
		LocaleContextHolder.setLocale(mail.language());
		try {
			return Objects.requireNonNull(this.sources.get(mail.kind()), mail.kind())
				.create(mail.memberId(), mail.reference());
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}

	/** Addresses are personal data, so the log contains only the number of the mail. */
	private void noteFailure(OutgoingMail mail, RuntimeException failure) {
		boolean last = mail.attempt() >= this.settings.attempts();
		log.warn("Mail {} of kind {} was not sent at try {}{}: {}", mail.id(), mail.kind(), mail.attempt(),
				last ? ", the last one" : "", failure.getClass().getSimpleName());
		if (last) {
			this.outbox.markEnded(mail.id(), "FAILED");
		}
	}

	private Duration pauseAfter(int attempt) {
		return RetryBackoff.pauseAfter(this.settings.retryAfter(), attempt);
	}

}
