package app.frontrow.webhooks;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A program that gets webhooks.
 *
 * @param secret encrypted; {@link WebhookEndpointService#decrypt} reads it
 */
public record WebhookEndpoint(UUID id, String address, Set<WebhookType> events, String secret, Instant createdAt) {

	@Override
	public String toString() {
		return "Webhook " + this.id;
	}

}
