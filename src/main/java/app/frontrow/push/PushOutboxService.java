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
 * Notifications that will be sent, written with the event that they tell of, as the mails
 * are. So an event that is rolled back sends none, and one that is committed sends them
 * whatever happens to the instance.
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
	 * once for each reference. It costs one statement, and none if this site sends no
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
