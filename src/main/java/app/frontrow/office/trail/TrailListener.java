package app.frontrow.office.trail;

import app.frontrow.catalogue.edit.ConcertEdited;
import app.frontrow.site.SiteTextChanged;
import app.frontrow.waitingroom.policy.QueueSteered;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes what the staff changes in other modules, in the transaction of the change.
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
	void noteQueue(QueueSteered event) {
		this.trail.record(TrailKind.QUEUE_STEERED, subject(event.concertId()), event.concertId(), event.before(),
				event.after(), null);
	}

	@EventListener
	void noteText(SiteTextChanged event) {
		this.trail.record(TrailKind.TEXT_CHANGED, "text:" + event.page().code() + "-" + event.language(), null,
				event.before(), event.after(), null);
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
