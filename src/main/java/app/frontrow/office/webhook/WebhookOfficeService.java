package app.frontrow.office.webhook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import app.frontrow.office.trail.TrailKind;
import app.frontrow.office.trail.TrailService;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.webhooks.WebhookDelivery;
import app.frontrow.webhooks.WebhookEndpoint;
import app.frontrow.webhooks.WebhookEndpointService;
import app.frontrow.webhooks.WebhookOutboxService;
import app.frontrow.webhooks.WebhookType;

import org.springframework.stereotype.Service;

/**
 * Adds and removes programs that are told of events, and notes each change in the trail.
 */
@Service
public class WebhookOfficeService {

	private final WebhookEndpointService endpoints;

	private final WebhookOutboxService outbox;

	private final TrailService trail;

	private final RetryingTransactionExecutor transactions;

	WebhookOfficeService(WebhookEndpointService endpoints, WebhookOutboxService outbox, TrailService trail,
			RetryingTransactionExecutor transactions) {
		this.endpoints = endpoints;
		this.outbox = outbox;
		this.trail = trail;
		this.transactions = transactions;
	}

	/** All programs. */
	public List<WebhookEndpoint> findAll() {
		return this.endpoints.findAll();
	}

	/** The last messages for a program, the newest first. */
	public List<WebhookDelivery> findLast(UUID endpointId, int most) {
		return this.outbox.findLast(endpointId, most);
	}

	/**
	 * Adds a program.
	 * @return the secret that signs its messages, to be shown once
	 * @throws InvalidInputException if it may not be called or asks for no event
	 */
	public String add(String address, Set<WebhookType> events) {
		this.endpoints.requireAllowed(address);
		return this.transactions.run(() -> {
			String secret = this.endpoints.add(address, events);
			this.trail.record(TrailKind.WEBHOOK_ADDED, "webhook:" + address, null, null,
					Map.of("events", events.stream().map(WebhookType::code).sorted().toList()), null);
			return secret;
		});
	}

	/**
	 * Removes a program.
	 * @throws NotFoundException if there is none with this id
	 */
	public void remove(UUID id) {
		this.transactions.run(() -> {
			WebhookEndpoint endpoint = this.endpoints.remove(id);
			this.trail.record(TrailKind.WEBHOOK_REMOVED, "webhook:" + endpoint.address(), null,
					Map.of("events", endpoint.events().stream().map(WebhookType::code).sorted().toList()), null, null);
			return null;
		});
	}

	/**
	 * Sends a message again.
	 * @throws NotFoundException if there is none with this id
	 */
	public void replay(long deliveryId) {
		this.transactions.run(() -> {
			this.outbox.replay(deliveryId);
			this.trail.record(TrailKind.WEBHOOK_REPLAYED, "webhook-message:" + deliveryId, null, null, null, null);
			return null;
		});
	}

}
