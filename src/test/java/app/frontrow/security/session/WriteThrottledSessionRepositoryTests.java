package app.frontrow.security.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.frontrow.rules.ProvesRule;
import app.frontrow.security.session.WriteThrottledSessionRepository.ThrottledSession;
import org.junit.jupiter.api.Test;

import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class WriteThrottledSessionRepositoryTests {

	private final Map<String, Session> stored = new HashMap<>();

	private final List<String> written = new ArrayList<>();

	private final WriteThrottledSessionRepository<MapSession> sessions = new WriteThrottledSessionRepository<>(
			counting());

	@Test
	void newSessionIsWrittenOnce() {
		ThrottledSession<MapSession> session = this.sessions.createSession();

		this.sessions.save(session);
		this.sessions.save(session);

		assertThat(this.written).containsExactly(session.getId());
	}

	@Test
	void readSessionIsNotWritten() {
		ThrottledSession<MapSession> session = stored("key", "value");

		assertThat(session.<String>getAttribute("key")).isEqualTo("value");
		assertThat(session.getAttributeNames()).containsExactly("key");
		assertThat(session.isExpired()).isFalse();
		session.removeAttribute("nothing");
		this.sessions.save(session);

		assertThat(this.written).isEmpty();
	}

	@Test
	void everyChangeIsWritten() {
		ThrottledSession<MapSession> session = stored("key", "value");
		session.setAttribute("key", "other");
		this.sessions.save(session);
		session.removeAttribute("key");
		this.sessions.save(session);
		session.setMaxInactiveInterval(Duration.ofMinutes(3));
		this.sessions.save(session);
		String before = session.getId();
		session.changeSessionId();
		this.sessions.save(session);

		assertThat(this.written).containsExactly(before, before, before, session.getId());
		assertThat(session.getId()).isNotEqualTo(before);
		ThrottledSession<MapSession> again = this.sessions.findById(session.getId());
		assertThat(again.<String>getAttribute("key")).isNull();
		assertThat(again.getMaxInactiveInterval()).isEqualTo(Duration.ofMinutes(3));
	}

	@Test
	void lastAccessIsWrittenOnceAMinuteAtMost() {
		ThrottledSession<MapSession> session = stored("key", "value");
		Instant last = session.getLastAccessedTime();

		session.setLastAccessedTime(last.plusSeconds(60));
		this.sessions.save(session);
		assertThat(this.written).isEmpty();
		assertThat(session.getLastAccessedTime()).isEqualTo(last);

		session.setLastAccessedTime(last.plusSeconds(61));
		this.sessions.save(session);
		assertThat(this.written).hasSize(1);
		assertThat(this.sessions.findById(session.getId()).getLastAccessedTime()).isEqualTo(last.plusSeconds(61));

		session.setLastAccessedTime(last.plusSeconds(120));
		this.sessions.save(session);
		assertThat(this.written).hasSize(1);
	}

	@Test
	void sessionEndedDuringRequestIsNotSavedAgain() {
		ThrottledSession<MapSession> session = stored("key", "value");
		this.sessions.deleteById(session.getId());

		session.setLastAccessedTime(session.getLastAccessedTime().plusSeconds(1));
		this.sessions.save(session);

		assertThat(this.sessions.findById(session.getId())).isNull();
	}

	@Test
	@ProvesRule(rule = "A session that ends during a request does not break the request",
			guard = "WriteThrottledSessionRepository.save", brokenBy = "leaving out the catch")
	void sessionEndedDuringRequestDoesNotFailTheRequest() {
		WriteThrottledSessionRepository<MapSession> strict = new WriteThrottledSessionRepository<>(
				new MapSessionRepository(this.stored) {
					@Override
					public void save(MapSession session) {
						throw new IllegalStateException("Session was invalidated");
					}
				});

		assertThatCode(() -> strict.save(strict.createSession())).doesNotThrowAnyException();
	}

	private ThrottledSession<MapSession> stored(String name, String value) {
		ThrottledSession<MapSession> session = this.sessions.createSession();
		session.setAttribute(name, value);
		this.sessions.save(session);
		this.written.clear();
		return this.sessions.findById(session.getId());
	}

	private SessionRepository<MapSession> counting() {
		return new MapSessionRepository(this.stored) {
			@Override
			public void save(MapSession session) {
				WriteThrottledSessionRepositoryTests.this.written.add(session.getId());
				super.save(session);
			}
		};
	}

}
