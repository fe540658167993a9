package app.frontrow.webhooks;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An event that webhooks report to programs of others. It contains ids and figures, and
 * no personal data.
 *
 * @param reference identifies what happened. Each reference of a type is reported only
 * once
 * @param data becomes JSON
 * @param soldOutShowId the event is reported only if this show has no seats left; null
 * for always
 */
public record WebhookEvent(WebhookType type, UUID reference, Map<String, Object> data, @Nullable Long soldOutShowId) {

	public WebhookEvent(WebhookType type, UUID reference, Map<String, Object> data) {
		this(type, reference, data, null);
	}

}
