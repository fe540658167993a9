package app.frontrow.office.trail;

import java.util.List;
import java.util.Map;

import app.frontrow.booking.refund.OrderRefunded;
import app.frontrow.catalogue.edit.ConcertEdited;
import app.frontrow.members.lookup.MemberAccountViewed;
import app.frontrow.members.lookup.MembersSearched;
import app.frontrow.site.SiteTextChanged;
import app.frontrow.waitingroom.policy.QueueControlsChanged;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes what the staff changes and reads in other modules, in the transaction of the
 * change.
 */
@Component
class TrailListener {

	private final TrailService trail;

	TrailListener(TrailService trail) {
		this.trail = trail;
	}

	@EventListener
	void noteConcert(ConcertEdited event) {
		this.trail.record(kind(event), subject(event.concertId()), event.concertId(), event.before(), event.after(),
				null);
	}

	@EventListener
	void noteQueue(QueueControlsChanged event) {
		this.trail.record(TrailKind.QUEUE_STEERED, subject(event.concertId()), event.concertId(), event.before(),
				event.after(), null);
	}

	/** Members who cancel their own tickets are not noted. */
	@EventListener
	void noteRefund(OrderRefunded event) {
		if (event.reason() != null) {
			List<Integer> kept = event.seatsBefore().stream().filter((seat) -> !event.seats().contains(seat)).toList();
			this.trail.record(TrailKind.ORDER_REFUNDED, "order:" + event.reservationId(), event.concertId(),
					Map.of("seats", event.seatsBefore(), "total", event.totalBefore()),
					Map.of("seats", kept, "total", event.totalBefore() - event.amount() - event.fee(), "refund",
							event.number(), "amount", event.amount(), "fee", event.fee()),
					event.reason());
		}
	}

	@EventListener
	void noteText(SiteTextChanged event) {
		this.trail.record(TrailKind.TEXT_CHANGED, "text:" + event.page().code() + "-" + event.language(), null,
				event.before(), event.after(), null);
	}

	@EventListener
	void noteSearch(MembersSearched event) {
		this.trail.record(TrailKind.MEMBERS_SEARCHED, "members", null, null,
				Map.of("text", event.text(), "found", event.found()), null);
	}

	@EventListener
	void noteLook(MemberAccountViewed event) {
		this.trail.record(TrailKind.MEMBER_SEEN, "member:" + event.username(), null, null, null, null);
	}

	private static TrailKind kind(ConcertEdited event) {
		if (event.before() == null) {
			return TrailKind.CONCERT_ADDED;
		}
		if (event.announced()) {
			return TrailKind.CONCERT_ANNOUNCED;
		}
		return (event.after() == null) ? TrailKind.CONCERT_WITHDRAWN : TrailKind.CONCERT_CHANGED;
	}

	private static String subject(long concertId) {
		return "concert:" + concertId;
	}

}
