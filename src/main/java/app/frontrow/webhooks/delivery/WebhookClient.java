package app.frontrow.webhooks.delivery;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import app.frontrow.webhooks.WebhookAddressRules;
import app.frontrow.webhooks.WebhookAnswer;
import app.frontrow.webhooks.WebhookDelivery;
import app.frontrow.webhooks.WebhookEndpoint;
import app.frontrow.webhooks.WebhookSettings;

import org.springframework.stereotype.Component;

/**
 * Sends messages to programs. It follows no redirects, and calls no addresses inside the
 * operator's network.
 */
@Component
class WebhookClient {

	/** The largest part of an answer that is read, in bytes. */
	private static final int MAX_BODY = 400;

	private final HttpClient http;

	private final WebhookAddressRules addresses;

	private final WebhookSettings settings;

	private final Clock clock;

	WebhookClient(WebhookAddressRules addresses, WebhookSettings settings, Clock clock) {
		this.http = HttpClient.newBuilder()
			.connectTimeout(settings.timeout())
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
		this.addresses = addresses;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Sends a message. The result never ends with an exception.
	 * @param secret signs the message
	 */
	CompletableFuture<WebhookAnswer> send(WebhookEndpoint endpoint, byte[] secret, WebhookDelivery delivery) {
		long begun = System.nanoTime();
		try {
			URI address = URI.create(endpoint.address());
			if (!this.addresses.isAllowed(address)) {
				return CompletableFuture.completedFuture(new WebhookAnswer(null, 0, "address not allowed"));
			}
			long second = this.clock.instant().getEpochSecond();
			String id = delivery.messageId().toString();
			HttpRequest request = HttpRequest.newBuilder(address)
				.timeout(this.settings.timeout())
				.header("Content-Type", "application/json")
				.header("User-Agent", "Frontrow-Webhooks")
				.header("webhook-id", id)
				.header("webhook-timestamp", String.valueOf(second))
				.header("webhook-signature", WebhookSigner.sign(secret, id, second, delivery.payload()))
				.POST(HttpRequest.BodyPublishers.ofString(delivery.payload()))
				.build();
			return this.http.sendAsync(request, (answer) -> new LimitedBodySubscriber(MAX_BODY))
				.orTimeout(this.settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
				.handle((answer, failure) -> (failure != null) ? failed(failure, begun)
						: new WebhookAnswer(answer.statusCode(), millisSince(begun), answer.body()));
		}
		catch (RuntimeException unusable) {
			return CompletableFuture.completedFuture(failed(unusable, begun));
		}
	}

	private static WebhookAnswer failed(Throwable failure, long begun) {
		Throwable cause = (failure.getCause() != null) ? failure.getCause() : failure;
		return new WebhookAnswer(null, millisSince(begun), cause.getClass().getSimpleName());
	}

	private static int millisSince(long begun) {
		return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
	}

}
