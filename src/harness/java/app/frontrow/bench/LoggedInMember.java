package app.frontrow.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A member who is logged in.
 *
 * @param session the access token, which is the value of the session cookie as well
 */
record LoggedInMember(UUID id, String username, String session) {

	/** Headers of the API. */
	Map<String, String> api() {
		return Map.of("Authorization", "Bearer " + this.session);
	}

	/** Headers of the API with a queue token. */
	Map<String, String> api(String queueToken) {
		return Map.of("Authorization", "Bearer " + this.session, "Queue-Token", queueToken);
	}

	/** Headers of the API with a queue token and an idempotency key that is new. */
	Map<String, String> apiOnce(String queueToken) {
		Map<String, String> headers = new HashMap<>(api(queueToken));
		headers.put("Idempotency-Key", UUID.randomUUID().toString());
		return headers;
	}

	/** Headers of a page. */
	Map<String, String> page(long concert, String queueToken) {
		return Map.of("Cookie", "frontrow-session=" + this.session + "; " + queueCookie(concert, queueToken));
	}

	static String queueCookie(long concert, String queueToken) {
		return "frontrow-queue-" + concert + "=" + queueToken;
	}

}
