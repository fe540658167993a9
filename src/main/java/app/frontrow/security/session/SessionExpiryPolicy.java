package app.frontrow.security.session;

import java.time.Duration;
import java.time.Instant;

import org.springframework.session.Session;

/**
 * How long a log-in lasts.
 *
 * @param idle how long after its last use
 * @param lifetime how long after its beginning, however much it is used
 */
record SessionExpiryPolicy(Duration idle, Duration lifetime) {

	/** When the session ends if nobody uses it any more. */
	Instant endOf(Session session) {
		Instant unused = session.getLastAccessedTime().plus(session.getMaxInactiveInterval());
		Instant last = session.getCreationTime().plus(this.lifetime);
		return unused.isBefore(last) ? unused : last;
	}

}
