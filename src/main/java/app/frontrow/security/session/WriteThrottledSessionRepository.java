package app.frontrow.security.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * A session repository that spares the store: it writes a session when something in it
 * changed, and its last access at most once a minute. So reading a page writes nothing,
 * and a session that another request has just ended is not written again.
 *
 * @param <S> the sessions of the store behind it
 */
class WriteThrottledSessionRepository<S extends Session>
		implements SessionRepository<WriteThrottledSessionRepository.Sparing<S>> {

	private static final Duration ACCESS_PRECISION = Duration.ofMinutes(1);

	private static final Logger log = LoggerFactory.getLogger(WriteThrottledSessionRepository.class);

	private final SessionRepository<S> delegate;

	WriteThrottledSessionRepository(SessionRepository<S> store) {
		this.delegate = store;
	}

	@Override
	public Sparing<S> createSession() {
		return new Sparing<>(this.delegate.createSession(), true);
	}

	@Override
	public void save(Sparing<S> session) {
		if (session.changed) {
			session.changed = false;
			try {
				this.delegate.save(session.stored);
			}
			catch (IllegalStateException endedMeanwhile) {
				log.debug("A session ended while it was in use");
			}
		}
	}

	@Override
	public Sparing<S> findById(String id) {
		S session = this.delegate.findById(id);
		return (session != null) ? new Sparing<>(session, false) : null;
	}

	@Override
	public void deleteById(String id) {
		this.delegate.deleteById(id);
	}

	/**
	 * A session that knows whether it must be written.
	 *
	 * @param <S> the session of the store behind it
	 */
	static final class Sparing<S extends Session> implements Session {

		private final S stored;

		private boolean changed;

		Sparing(S stored, boolean changed) {
			this.stored = stored;
			this.changed = changed;
		}

		@Override
		public String getId() {
			return this.stored.getId();
		}

		@Override
		public String changeSessionId() {
			this.changed = true;
			return this.stored.changeSessionId();
		}

		@Override
		public <T> T getAttribute(String name) {
			return this.stored.getAttribute(name);
		}

		@Override
		public Set<String> getAttributeNames() {
			return this.stored.getAttributeNames();
		}

		@Override
		public void setAttribute(String name, Object value) {
			this.changed = true;
			this.stored.setAttribute(name, value);
		}

		@Override
		public void removeAttribute(String name) {
			if (this.stored.getAttribute(name) != null) {
				this.changed = true;
				this.stored.removeAttribute(name);
			}
		}

		@Override
		public Instant getCreationTime() {
			return this.stored.getCreationTime();
		}

		@Override
		public void setLastAccessedTime(Instant time) {
			if (time.isAfter(getLastAccessedTime().plus(ACCESS_PRECISION))) {
				this.changed = true;
				this.stored.setLastAccessedTime(time);
			}
		}

		@Override
		public Instant getLastAccessedTime() {
			return this.stored.getLastAccessedTime();
		}

		@Override
		public void setMaxInactiveInterval(Duration interval) {
			this.changed = true;
			this.stored.setMaxInactiveInterval(interval);
		}

		@Override
		public Duration getMaxInactiveInterval() {
			return this.stored.getMaxInactiveInterval();
		}

		@Override
		public boolean isExpired() {
			return this.stored.isExpired();
		}

	}

}
