package app.frontrow.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * What a program has answered.
 *
 * @param status of HTTP; null if there was no answer
 * @param body the first characters of the answer, or why there was no answer
 */
public record WebhookAnswer(@Nullable Integer status, int millis, String body) {

	/**
	 * Returns whether the program has accepted the message. A redirect counts as a
	 * failure.
	 */
	public boolean isSuccess() {
		return this.status != null && this.status >= 200 && this.status < 300;
	}

}
