package app.frontrow.push;

import java.util.UUID;

/**
 * Where to send push messages for a browser, and the keys that encrypt them. The browser
 * makes these values.
 *
 * @param endpoint address at the push service
 * @param publicKey the browser's public key, base64url of 65 bytes ({@code p256dh})
 * @param secret the browser's authentication secret, base64url of 16 bytes ({@code auth})
 */
public record PushSubscription(String endpoint, String publicKey, String secret) {

	private static final int MAX_ENDPOINT_LENGTH = 1000;

	private static final String MAIL = "mail:";

	/** Used in place of the address of a push service if the member wants a mail. */
	static PushSubscription ofMail(UUID memberId) {
		return new PushSubscription(MAIL + memberId, "", "");
	}

	boolean isMail() {
		return this.endpoint.startsWith(MAIL);
	}

	/** Whether the values can be those of a browser. */
	boolean isWellFormed() {
		return this.endpoint.length() <= MAX_ENDPOINT_LENGTH && this.publicKey.matches("[\\w-]{87}=?")
				&& this.secret.matches("[\\w-]{22}(==)?");
	}

}
