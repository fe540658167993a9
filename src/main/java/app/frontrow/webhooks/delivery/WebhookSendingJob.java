package app.frontrow.webhooks.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import app.frontrow.shared.RetryBackoff;
import app.frontrow.shared.store.StoreOutageDetector;
import app.frontrow.webhooks.WebhookAnswer;
import app.frontrow.webhooks.WebhookDelivery;
import app.frontrow.webhooks.WebhookDeliveryRepository;
import app.frontrow.webhooks.WebhookEndpoint;
import app.frontrow.webhooks.WebhookEndpointService;
import app.frontrow.webhooks.WebhookSettings;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends the messages of the outbox, on any instance. The job takes a message for one try.
 * It does not wait for the answer, and marks the message when the answer arrives. Only a
 * few messages to one program are on their way at a time, so a slow program delays no
 * other. If the instance fails meanwhile, another instance sends the message later with
 * the same id.
 */
@Component
class WebhookSendingJob {

	private static final Logger log = LoggerFactory.getLogger(WebhookSendingJob.class);

	/** The largest number of messages to one program that are on their way at a time. */
	private static final int MAX_IN_FLIGHT = 20;

	private static final Duration KEPT = Duration.ofDays(30);

	private static final int DELETED_AT_ONCE = 1_000;

	private final WebhookEndpointService endpoints;

	private final WebhookDeliveryRepository deliveries;

	private final WebhookClient client;

	private final WebhookSettings settings;

	private final Map<UUID, AtomicInteger> inFlight = new ConcurrentHashMap<>();

	/**
	 * One thread handles all answers, so they use one connection of the pool at a time.
	 */
	private final ExecutorService marking = Executors
		.newSingleThreadExecutor((task) -> new Thread(task, "webhook-answers"));

	WebhookSendingJob(WebhookEndpointService endpoints, WebhookDeliveryRepository deliveries, WebhookClient client,
			WebhookSettings settings) {
		this.endpoints = endpoints;
		this.deliveries = deliveries;
		this.client = client;
		this.settings = settings;
	}

	@Scheduled(fixedDelay = 500)
	void send() {
		try {
			this.endpoints.findAll().forEach(this::send);
		}
		catch (RuntimeException failure) {
			logUnlessOutage(failure);
		}
	}

	@Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
	void deleteOld() {
		try {
			this.deliveries.deleteOld(KEPT, DELETED_AT_ONCE);
		}
		catch (RuntimeException failure) {
			logUnlessOutage(failure);
		}
	}

	private void send(WebhookEndpoint endpoint) {
		AtomicInteger running = this.inFlight.computeIfAbsent(endpoint.id(), (id) -> new AtomicInteger());
		int free = MAX_IN_FLIGHT - running.get();
		Optional<byte[]> secret = this.endpoints.decrypt(endpoint);
		if (free > 0 && secret.isPresent()) {
			for (WebhookDelivery due : this.deliveries.findDue(endpoint.id(), free)) {
				if (this.deliveries.claim(due,
						RetryBackoff.pauseAfter(this.settings.retryAfter(), due.attempts() + 1))) {
					running.incrementAndGet();
					this.client.send(endpoint, secret.get(), due).thenAcceptAsync((answer) -> {
						running.decrementAndGet();
						mark(due, answer);
					}, this.marking);
				}
			}
		}
	}

	private void mark(WebhookDelivery delivery, WebhookAnswer answer) {
		boolean last = delivery.attempts() + 1 >= this.settings.attempts();
		try {
			this.deliveries.markAnswered(delivery.id(), answer.isSuccess() ? "SENT" : (last ? "FAILED" : "PENDING"),
					answer);
		}
		catch (RuntimeException failure) {
			logUnlessOutage(failure);
		}
	}

	private static void logUnlessOutage(RuntimeException failure) {
		if (!StoreOutageDetector.isCauseOf(failure)) {
			log.error("Webhooks could not be sent; another try follows", failure);
		}
	}

	@PreDestroy
	void end() {
		this.marking.shutdown();
	}

}
