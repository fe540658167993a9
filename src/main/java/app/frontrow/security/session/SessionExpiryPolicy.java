package app.frontrow.security.session;

import java.time.Duration;
import java.time.Instant;

import org.springframework.session.Session;

/**
 * Says when a session expires.
 *
 * @param idle the time after its last use
 * @param lifetime the time after the log-in, even if the session is in use
 */
record SessionExpiryPolicy(Duration idle, Duration lifetime) {

	/** Returns when the session expires if it is not used again. */
	Instant endOf(Session session) {
		Instant unused = session.getLastAccessedTime().plus(session.getMaxInactiveInterval());
		Instant last = session.getCreationTime().plus(this.lifetime);
		return unused.isBefore(last) ? unused : last;
	}

}
