package app.frontrow.push;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Sends encrypted messages to push services (RFC 8030, RFC 8291), signed with the keys of
 * this installation (VAPID, RFC 8292).
 */
@Component
class PushClient {

	private static final Logger log = LoggerFactory.getLogger(PushClient.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

	/** Null if Web Push is off. Then nothing is sent. */
	private final @Nullable WebPush webPush;

	PushClient(PushSettings settings) {
		this.webPush = settings.isEnabled() ? new WebPush(settings.subject(),
				VapidKeys.fromUncompressedBytes(settings.publicKey(), settings.privateKey())) : null;
	}

	/**
	 * Sends a message. The result never ends with an exception.
	 * @param topic a message replaces an earlier one of the same topic that was not
	 * delivered yet; at most 32 letters, digits, {@code -} and {@code _}
	 * @param lifetime how long the service keeps the message for a browser that is
	 * offline
	 */
	CompletableFuture<Result> send(PushSubscription subscription, String message, String topic, Duration lifetime) {
		try {
			Base64.Decoder base64 = Base64.getUrlDecoder();
			WebPush encryption = Objects.requireNonNull(this.webPush);
			byte[] body = encryption.getBody(message.getBytes(StandardCharsets.UTF_8),
					base64.decode(subscription.publicKey()), base64.decode(subscription.secret()));
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(subscription.endpoint()))
				.timeout(TIMEOUT)
				.POST(HttpRequest.BodyPublishers.ofByteArray(body));
			Map<String, String> headers = encryption.getHeaders(subscription.endpoint(), (int) lifetime.toSeconds(),
					topic, WebPush.Urgency.High);
			headers.forEach(request::header);
			return this.http.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
				.handle((answer, failure) -> (failure != null) ? failed(failure) : Result.of(answer.statusCode()));
		}
		catch (RuntimeException unusable) {
			log.warn("A push subscription cannot be used: {}", unusable.toString());
			return CompletableFuture.completedFuture(Result.GONE);
		}
	}

	private static Result failed(Throwable failure) {
		log.warn("A push service could not be reached: {}", failure.toString());
		return Result.FAILED;
	}

	/**
	 * What became of a message.
	 */
	enum Result {

		/** The service has taken it. */
		SENT,

		/** The browser has no such subscription any more. */
		GONE,

		/** It may be tried again. */
		FAILED;

		static Result of(int status) {
			if (status >= 200 && status < 300) {
				return SENT;
			}
			if (status != 404 && status != 410) {
				log.warn("A push service answered {}", status);
				return FAILED;
			}
			return GONE;
		}

	}

}
