package app.frontrow.security.account;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import app.frontrow.mail.MailOutboxService;
import app.frontrow.members.CredentialService;
import app.frontrow.security.account.PasswordResetRepository.Request;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.shared.store.StoreOutageDetector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks up who asked for a new password, after the answer was given. So the answer does
 * not depend on whether there is such a member.
 */
@Component
class PasswordResetMailJob {

	private static final Logger log = LoggerFactory.getLogger(PasswordResetMailJob.class);

	private static final int AT_ONCE = 100;

	private final PasswordResetRepository resets;

	private final CredentialService credentials;

	private final MailOutboxService mails;

	private final RetryingTransactionExecutor transactions;

	PasswordResetMailJob(PasswordResetRepository resets, CredentialService credentials, MailOutboxService mails,
			RetryingTransactionExecutor transactions) {
		this.resets = resets;
		this.credentials = credentials;
		this.mails = mails;
		this.transactions = transactions;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	void handleRequests() {
		if (!this.mails.isOn()) {
			return;
		}
		try {
			int handled = 0;
			while (handled < AT_ONCE && this.transactions.run(this::handleNext)) {
				handled++;
			}
		}
		catch (RuntimeException failure) {
			if (!StoreOutageDetector.isCauseOf(failure)) {
				log.error("Requests for new passwords could not be looked at; another try follows", failure);
			}
		}
	}

	@Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void deleteEndedRequests() {
		try {
			this.transactions.run(this.resets::deleteEnded);
		}
		catch (RuntimeException failure) {
			if (!StoreOutageDetector.isCauseOf(failure)) {
				log.error("Old requests for new passwords could not be deleted; another try follows", failure);
			}
		}
	}

	/** Returns whether there was one. */
	private boolean handleNext() {
		Optional<Request> request = this.resets.lockNew();
		request.ifPresent((found) -> {
			UUID member = this.credentials.find(found.username()).map((known) -> known.member().id()).orElse(null);
			if (member != null) {
				this.mails.add(PasswordResetMail.KIND, member, found.id());
			}
			this.resets.markHandled(found.id(), member);
		});
		return request.isPresent();
	}

}
