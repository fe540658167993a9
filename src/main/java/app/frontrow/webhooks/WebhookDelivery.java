package app.frontrow.webhooks;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One event for one program, and the program's last answer.
 *
 * @param payload the body of the request
 * @param status {@code PENDING}, {@code SENT} or {@code FAILED}
 * @param attempts how often it was tried
 * @param answeredAt when the last try ended; null before the first
 * @param answerStatus of HTTP; null if there was no answer
 * @param answerMillis how long the answer took
 * @param answerBody the first characters of the answer, or why there was no answer
 */
public record WebhookDelivery(long id, UUID endpointId, UUID messageId, WebhookType type, String payload, String status,
		int attempts, Instant createdAt, @Nullable Instant answeredAt, @Nullable Integer answerStatus,
		Integer answerMillis, String answerBody) {
}
