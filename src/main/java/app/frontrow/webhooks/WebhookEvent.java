package app.frontrow.webhooks;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that programs are told. It has ids and figures, and no person.
 *
 * @param reference what happened; an event of a type is told once for each reference
 * @param data becomes JSON
 * @param soldOutShowId tell it only if this show has no seat left; null to tell it always
 */
public record WebhookEvent(WebhookType type, UUID reference, Map<String, Object> data, @Nullable Long soldOutShowId) {

	public WebhookEvent(WebhookType type, UUID reference, Map<String, Object> data) {
		this(type, reference, data, null);
	}

}
