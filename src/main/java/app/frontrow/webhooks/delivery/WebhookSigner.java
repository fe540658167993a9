package app.frontrow.webhooks.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages after the Standard Webhooks specification.
 */
final class WebhookSigner {

	private WebhookSigner() {
	}

	/**
	 * Returns the header {@code webhook-signature}.
	 * @param second when the message is sent, since 1970
	 */
	static String sign(byte[] secret, String messageId, long second, String body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret, "HmacSHA256"));
			byte[] hash = mac.doFinal((messageId + "." + second + "." + body).getBytes(StandardCharsets.UTF_8));
			return "v1," + Base64.getEncoder().encodeToString(hash);
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
