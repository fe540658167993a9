package app.frontrow.booking.change;

import app.frontrow.booking.change.ShowChangeRepository.Buyer;
import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.edit.ConcertEdited;
import app.frontrow.mail.MailOutboxService;
import app.frontrow.shared.TimeOrderedUuid;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes a mail to each buyer when the title or venue of a concert changes, in the
 * transaction of the change. Dates of shows with sales cannot change.
 */
@Component
class ShowChangeListener {

	private final ShowChangeRepository changes;

	private final MailOutboxService mails;

	ShowChangeListener(ShowChangeRepository changes, MailOutboxService mails) {
		this.changes = changes;
		this.mails = mails;
	}

	/**
	 * Runs before the listener of the trail, because that locks the end of the trail
	 * until the transaction ends.
	 */
	@Order(0)
	@EventListener
	void tellBuyers(ConcertEdited event) {
		if (event.before() != null && event.after() != null && this.mails.isOn()
				&& !isSame(event.before(), event.after())) {
			this.changes.findBuyers(event.concertId()).forEach((buyer) -> tell(buyer, event.before()));
		}
	}

	private void tell(Buyer buyer, ConcertDraft before) {
		ShowChange change = new ShowChange(TimeOrderedUuid.next(), buyer.reservationId(), buyer.memberId(),
				before.title(), before.venue());
		this.changes.add(change);
		this.mails.add(ShowChange.MAIL, buyer.memberId(), change.id());
	}

	private static boolean isSame(ConcertDraft before, ConcertDraft after) {
		return before.title().equals(after.title()) && before.venue().equals(after.venue());
	}

}
