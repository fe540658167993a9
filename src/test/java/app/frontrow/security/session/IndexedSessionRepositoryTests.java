package app.frontrow.security.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.members.Member;
import app.frontrow.members.MemberLoginService;
import app.frontrow.members.Role;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class IndexedSessionRepositoryTests {

	private static final Instant NOW = Instant.parse("2030-05-01T00:00:00Z");

	private static final Member MINA = new Member(UUID.randomUUID(), "mina", "Mina", Role.MEMBER, NOW);

	private static final SessionExpiryPolicy TERMS = new SessionExpiryPolicy(Duration.ofHours(8), Duration.ofDays(7));

	private final Map<String, Session> stored = new HashMap<>();

	private final SessionIndexStore register = mock();

	private final MemberLoginService logins = mock();

	private final IndexedSessionRepository<MapSession> sessions = new IndexedSessionRepository<>(
			new MapSessionRepository(this.stored), this.register, this.logins, TERMS, Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void logInIsIndexedWithItsEnd() {
		MapSession session = session(NOW);

		this.sessions.save(session);

		verify(this.register).add(MINA.id(), session.getId(), NOW, NOW.plus(Duration.ofHours(8)));
		assertThat(this.stored).containsKey(session.getId());
	}

	@Test
	void sessionWithoutALogInIsNotIndexed() {
		this.sessions.save(new MapSession());

		verifyNoInteractions(this.register);
	}

	@Test
	@ProvesRule(rule = "A session ends with its lifetime, however much it is used", guard = "SessionExpiryPolicy.endOf",
			brokenBy = "leaving out the lifetime")
	@ProvesRule(rule = "A session whose lifetime is over is not found", guard = "IndexedSessionRepository.findById",
			brokenBy = "leaving out the look at the end")
	void usedSessionEndsAfterItsLifetime() {
		MapSession session = session(NOW.minus(Duration.ofDays(7)).plusSeconds(1));
		session.setLastAccessedTime(NOW);
		this.sessions.save(session);
		verify(this.register).add(MINA.id(), session.getId(), NOW, NOW.plusSeconds(1));
		assertThat(this.sessions.findById(session.getId())).isNotNull();

		session.setCreationTime(NOW.minus(Duration.ofDays(7)));
		this.sessions.save(session);

		assertThat(this.sessions.findById(session.getId())).isNull();
		assertThat(this.stored).isEmpty();
		verify(this.register).remove(MINA.id(), session.getId());
	}

	@Test
	@ProvesRule(rule = "A session that has ended leaves the list", guard = "IndexedSessionRepository.deleteById",
			brokenBy = "leaving out strike")
	void endedSessionIsRemovedFromTheIndex() {
		MapSession session = session(NOW);
		this.sessions.save(session);

		this.sessions.deleteById(session.getId());
		this.sessions.deleteById("unknown");

		assertThat(this.stored).isEmpty();
		verify(this.register).remove(MINA.id(), session.getId());
	}

	@Test
	void logInWithAChangedPasswordIsEnded() {
		MapSession session = session(NOW);
		given(this.register.add(any(), any(), any(), any())).willReturn(true);

		this.sessions.save(session);

		assertThat(this.stored).isEmpty();
		InOrder order = inOrder(this.register, this.logins);
		order.verify(this.register).add(MINA.id(), session.getId(), NOW, NOW.plus(Duration.ofHours(8)));
		order.verify(this.logins).isCurrent(MINA, login(session));
		order.verify(this.register).remove(MINA.id(), session.getId());
	}

	@Test
	void usedSessionDoesNotReadTheAccount() {
		MapSession session = session(NOW);
		given(this.register.add(any(), any(), any(), any())).willReturn(false);

		this.sessions.save(session);

		verifyNoInteractions(this.logins);
		assertThat(this.stored).containsKey(session.getId());
	}

	@Test
	@ProvesRule(rule = "A member has at most 50 sessions", guard = "IndexedSessionRepository.endSurplus",
			brokenBy = "leaving out the comparison")
	void tooManySessionsEndTheFirstToExpire() {
		MapSession first = session(NOW);
		this.sessions.save(first);
		MapSession last = session(NOW);
		List<String> known = IntStream.range(0, IndexedSessionRepository.MAX_SESSIONS)
			.mapToObj((number) -> (number == 0) ? last.getId() : "other-" + number)
			.toList();
		given(this.register.add(any(), any(), any(), any())).willReturn(true);
		given(this.logins.isCurrent(any(), any())).willReturn(true);
		given(this.register.findByMember(MINA.id())).willReturn(IntStream.rangeClosed(0, known.size())
			.mapToObj((n) -> (n == 0) ? first.getId() : known.get(n - 1))
			.toList());

		this.sessions.save(last);

		assertThat(this.stored).containsOnlyKeys(last.getId());
		verify(this.register).remove(MINA.id(), first.getId());
	}

	private static Authentication login(MapSession session) {
		return session.<SecurityContext>getAttribute("SPRING_SECURITY_CONTEXT").getAuthentication();
	}

	private MapSession session(Instant begun) {
		MapSession session = this.sessions.createSession();
		session.setCreationTime(begun);
		session.setLastAccessedTime(begun);
		session.setMaxInactiveInterval(TERMS.idle());
		session.setAttribute("SPRING_SECURITY_CONTEXT",
				new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(MINA, null, List.of())));
		return session;
	}

}
