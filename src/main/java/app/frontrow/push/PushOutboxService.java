package app.frontrow.push;

import java.util.Locale;
import java.util.UUID;

import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.RetryingTransactionExecutor;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes notifications into an outbox, in the transaction of their event. If the
 * transaction is rolled back, nothing is sent. If it is committed, they are sent even if
 * this instance fails.
 */
@Service
public class PushOutboxService {

	private final PushOutboxRepository outbox;

	private final PushSettings settings;

	private final RetryingTransactionExecutor transactions;

	PushOutboxService(PushOutboxRepository outbox, PushSettings settings, RetryingTransactionExecutor transactions) {
		this.outbox = outbox;
		this.settings = settings;
		this.transactions = transactions;
	}

	/**
	 * Notes that the member wants news in this browser.
	 * @throws NotFoundException if this site sends no notifications
	 * @throws InvalidInputException if the subscription is not one of a browser, or not
	 * of a known push service ({@code endpoint})
	 */
	public void addBrowser(UUID memberId, PushSubscription subscription, Locale language) {
		if (!this.settings.isEnabled()) {
			throw new NotFoundException();
		}
		if (!subscription.isWellFormed() || !this.settings.allows(subscription.endpoint())) {
			throw new InvalidInputException("endpoint", "push-endpoint");
		}
		this.transactions.run(() -> {
			this.outbox.saveBrowser(memberId, subscription, language);
			return null;
		});
	}

	/**
	 * Adds a notification for each browser of the member to the caller's transaction,
	 * once for each reference. It costs one statement, or none if this site sends no
	 * notifications.
	 * @param kind of a {@link PushMessageSource}
	 * @param reference what happened
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(String kind, UUID memberId, UUID reference) {
		if (this.settings.isEnabled()) {
			this.outbox.add(kind, memberId, reference);
		}
	}

}
