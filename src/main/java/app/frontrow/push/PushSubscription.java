package app.frontrow.push;

/**
 * Where and how a browser can be reached. The browser makes these values.
 *
 * @param endpoint address at the push service
 * @param publicKey the browser's public key, base64url of 65 bytes ({@code p256dh})
 * @param secret the browser's authentication secret, base64url of 16 bytes ({@code auth})
 */
public record PushSubscription(String endpoint, String publicKey, String secret) {

	private static final int MAX_ENDPOINT_LENGTH = 1000;

	/** Whether the values can be those of a browser. */
	boolean isWellFormed() {
		return this.endpoint.length() <= MAX_ENDPOINT_LENGTH && this.publicKey.matches("[\\w-]{87}=?")
				&& this.secret.matches("[\\w-]{22}(==)?");
	}

}
