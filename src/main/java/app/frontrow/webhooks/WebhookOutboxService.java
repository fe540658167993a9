package app.frontrow.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import app.frontrow.shared.error.NotFoundException;
import app.frontrow.webhooks.WebhookDeliveryRepository.Message;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes messages into an outbox, in the transaction of their event. If the transaction
 * is rolled back, nothing is sent. If it is committed, they are sent even if this
 * instance fails.
 */
@Service
public class WebhookOutboxService {

	private final WebhookDeliveryRepository deliveries;

	private final WebhookEndpointService endpoints;

	private final JsonMapper json;

	private final Clock clock;

	WebhookOutboxService(WebhookDeliveryRepository deliveries, WebhookEndpointService endpoints, JsonMapper json,
			Clock clock) {
		this.deliveries = deliveries;
		this.endpoints = endpoints;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Adds messages to the caller's transaction. It costs one statement, or none if no
	 * program asks for these events.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(List<WebhookEvent> events) {
		Set<WebhookType> wanted = this.endpoints.findAll()
			.stream()
			.flatMap((endpoint) -> endpoint.events().stream())
			.collect(Collectors.toSet());
		List<Message> messages = events.stream()
			.filter((event) -> wanted.contains(event.type()))
			.map(this::write)
			.toList();
		if (!messages.isEmpty()) {
			this.deliveries.add(messages);
		}
	}

	/** The last messages for the program, the newest first. */
	public List<WebhookDelivery> findLast(UUID endpointId, int most) {
		return this.deliveries.findLast(endpointId, most);
	}

	/**
	 * Sends a message again, within the caller's transaction. It keeps its id.
	 * @throws NotFoundException if there is no such message
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void replay(long deliveryId) {
		if (!this.deliveries.replay(deliveryId)) {
			throw new NotFoundException();
		}
	}

	private Message write(WebhookEvent event) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", event.type().code());
		body.put("timestamp", this.clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
		body.put("data", event.data());
		String name = event.type().code() + ":" + event.reference();
		return new Message(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), event.type(),
				this.json.writeValueAsString(body), event.soldOutShowId());
	}

}
