package app.frontrow.webhooks;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How webhooks are sent.
 *
 * @param timeout an answer must have come within this time
 * @param retryAfter pause before the second try; each later one is twice as long. It must
 * be longer than the timeout
 * @param attempts after this many tries a message is given up
 * @param loopback whether programs on this machine may be called, also without TLS
 */
@Validated
@ConfigurationProperties("frontrow.webhooks")
public record WebhookSettings(@NotNull Duration timeout, @NotNull Duration retryAfter, @Min(1) int attempts,
		boolean loopback) {
}
