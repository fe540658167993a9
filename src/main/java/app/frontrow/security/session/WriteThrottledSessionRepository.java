package app.frontrow.security.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * A session repository that writes a session only if an attribute changed, and the time
 * of its last access at most once a minute. So most page views write nothing, and a
 * session that another request has just ended is not stored again.
 *
 * @param <S> type of the sessions of the repository behind this one
 */
class WriteThrottledSessionRepository<S extends Session>
		implements SessionRepository<WriteThrottledSessionRepository.ThrottledSession<S>> {

	private static final Duration ACCESS_PRECISION = Duration.ofMinutes(1);

	private static final Logger log = LoggerFactory.getLogger(WriteThrottledSessionRepository.class);

	private final SessionRepository<S> delegate;

	WriteThrottledSessionRepository(SessionRepository<S> delegate) {
		this.delegate = delegate;
	}

	@Override
	public ThrottledSession<S> createSession() {
		return new ThrottledSession<>(this.delegate.createSession(), true);
	}

	@Override
	public void save(ThrottledSession<S> session) {
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
	public @Nullable ThrottledSession<S> findById(String id) {
		S session = this.delegate.findById(id);
		return (session != null) ? new ThrottledSession<>(session, false) : null;
	}

	@Override
	public void deleteById(String id) {
		this.delegate.deleteById(id);
	}

	/**
	 * A session that knows whether it must be written.
	 *
	 * @param <S> type of the session of the repository behind this one
	 */
	static final class ThrottledSession<S extends Session> implements Session {

		private final S stored;

		private boolean changed;

		ThrottledSession(S stored, boolean changed) {
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
		public <T> @Nullable T getAttribute(String name) {
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
