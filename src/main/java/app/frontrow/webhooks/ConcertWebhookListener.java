package app.frontrow.webhooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.catalogue.edit.ConcertEdited;
import app.frontrow.catalogue.edit.ShowChanged;
import app.frontrow.shared.TimeOrderedUuid;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Adds webhook messages about changes of a concert, in the transaction of the change.
 */
@Component
class ConcertWebhookListener {

	private final WebhookOutboxService outbox;

	ConcertWebhookListener(WebhookOutboxService outbox) {
		this.outbox = outbox;
	}

	@EventListener
	void tell(ConcertEdited event) {
		if (event.before() == null) {
			return;
		}
		ConcertDraft state = (event.after() != null) ? event.after() : event.before();
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("concertId", event.concertId());
		data.put("change", change(event));
		data.put("title", state.title());
		data.put("venue", state.venue());
		data.put("shows", state.shows().stream().map(Object::toString).toList());
		this.outbox.add(List.of(new WebhookEvent(WebhookType.SHOW_CHANGED, TimeOrderedUuid.next(), data)));
	}

	@EventListener
	void tell(ShowChanged event) {
		Show.Notice notice = event.notice();
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("concertId", event.concertId());
		data.put("showId", notice.showId());
		data.put("change", notice.isCancelled() ? "show-cancelled" : "show-moved");
		data.put("startsAt", notice.startsAt().toString());
		data.put("movedTo", (notice.movedTo() != null) ? notice.movedTo().toString() : null);
		data.put("reason", notice.reason());
		this.outbox.add(List.of(new WebhookEvent(WebhookType.SHOW_CHANGED, TimeOrderedUuid.next(), data)));
	}

	private static String change(ConcertEdited event) {
		if (event.after() == null) {
			return "withdrawn";
		}
		return event.announced() ? "announced" : "changed";
	}

}
