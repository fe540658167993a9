package app.frontrow.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * What a program has answered.
 *
 * @param status of HTTP; null if there was no answer
 * @param body its first characters, or why there was none
 */
public record WebhookAnswer(@Nullable Integer status, int millis, String body) {

	/** Whether the program has taken the message. Redirects are not followed. */
	public boolean isSuccess() {
		return this.status != null && this.status >= 200 && this.status < 300;
	}

}
