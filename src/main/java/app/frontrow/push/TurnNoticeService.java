package app.frontrow.push;

import java.util.Locale;
import java.util.UUID;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.RetryingTransactionExecutor;

import org.springframework.stereotype.Service;

/**
 * Keeps the wishes of members to be called when it is their turn.
 */
@Service
public class TurnNoticeService {

	private final TurnNoticeRepository notices;

	private final PushSettings settings;

	private final CatalogueQueryService catalogue;

	private final RetryingTransactionExecutor transactions;

	TurnNoticeService(TurnNoticeRepository notices, PushSettings settings, CatalogueQueryService catalogue,
			RetryingTransactionExecutor transactions) {
		this.notices = notices;
		this.settings = settings;
		this.catalogue = catalogue;
		this.transactions = transactions;
	}

	/**
	 * Notes that the member wants to be called in this browser. Asking again changes
	 * nothing.
	 * @throws NotFoundException if there is no such concert, or if nobody can be called
	 * @throws InvalidInputException if the subscription is not one of a browser, or not
	 * of a known push service ({@code endpoint})
	 */
	public void request(UUID memberId, long concertId, PushSubscription subscription, Locale language) {
		if (!this.settings.isEnabled()) {
			throw new NotFoundException();
		}
		this.catalogue.getConcert(concertId);
		if (!subscription.isWellFormed() || !this.settings.allows(subscription.endpoint())) {
			throw new InvalidInputException("endpoint", "push-endpoint");
		}
		this.transactions.run(() -> {
			this.notices.save(memberId, concertId, subscription, language);
			return null;
		});
	}

	/**
	 * Notes that the member wants a mail when it is their turn. Asking again changes
	 * nothing.
	 * @throws NotFoundException if there is no such concert
	 */
	public void requestMail(UUID memberId, long concertId, Locale language) {
		this.catalogue.getConcert(concertId);
		this.transactions.run(() -> {
			this.notices.save(memberId, concertId, PushSubscription.ofMail(memberId), language);
			return null;
		});
	}

	/** Forgets that the member wants a mail. */
	public void withdrawMail(UUID memberId, long concertId) {
		this.transactions.run(() -> this.notices.deleteMail(memberId, concertId));
	}

	/** Whether the member wants a mail when it is their turn. */
	public boolean isMailRequested(UUID memberId, long concertId) {
		return this.notices.findByMember(memberId)
			.stream()
			.anyMatch((notice) -> notice.byMail() && notice.concertId() == concertId);
	}

	/** Forgets that the member wants to be called, in all browsers. */
	public void withdraw(UUID memberId, long concertId) {
		this.transactions.run(() -> this.notices.delete(memberId, concertId));
	}

}
