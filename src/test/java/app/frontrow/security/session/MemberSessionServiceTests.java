package app.frontrow.security.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.NotFoundException;
import org.junit.jupiter.api.Test;

import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

class MemberSessionServiceTests {

	private static final Instant BEGUN = Instant.now().minusSeconds(600);

	private static final UUID MINA = UUID.randomUUID();

	private final Map<String, Session> stored = new HashMap<>();

	private final SessionIndexStore register = mock();

	private final MemberSessionService sessions = new MemberSessionService(new MapSessionRepository(this.stored),
			this.register, new SessionExpiryPolicy(Duration.ofHours(8), Duration.ofDays(7)));

	@Test
	void lastUsedSessionComesFirstAndEndedOnesAreRemoved() {
		Device phone = new Device(Device.Kind.BROWSER, "Safari · iPhone");
		keep("early", BEGUN, phone);
		keep("late", BEGUN.plusSeconds(300), null);
		given(this.register.findByMember(MINA)).willReturn(List.of("gone", "early", "late"));

		List<MemberSession> found = this.sessions.findByMember(MINA);

		assertThat(found).extracting(MemberSession::id)
			.containsExactly(MemberSessionService.publicIdOf("late"), MemberSessionService.publicIdOf("early"));
		assertThat(found).extracting(MemberSession::device).containsExactly(Device.UNKNOWN, phone);
		assertThat(found.get(1).expiresAt()).isEqualTo(BEGUN.plus(Duration.ofHours(8)));
		assertThat(found.get(1).lastUsedAt()).isBeforeOrEqualTo(BEGUN)
			.satisfies((used) -> assertThat(used.getEpochSecond() % 60).isZero());
		verify(this.register).remove(MINA, "gone");
	}

	@Test
	@ProvesRule(rule = "The list of sessions does not contain what opens a session",
			guard = "MemberSessionService.publicIdOf", brokenBy = "leaving out the digest")
	void publicIdIsNotTheKey() {
		keep("secret-key", BEGUN, null);
		given(this.register.findByMember(MINA)).willReturn(List.of("secret-key"));

		assertThat(this.sessions.findByMember(MINA).toString()).doesNotContain("secret-key");
		assertThat(MemberSessionService.publicIdOf("secret-key")).hasSize(22)
			.isNotEqualTo(MemberSessionService.publicIdOf("secret-kez"));
	}

	@Test
	void sessionIsEndedByItsPublicId() {
		keep("one", BEGUN, null);
		keep("other", BEGUN, null);
		given(this.register.findByMember(MINA)).willReturn(List.of("one", "other"));

		this.sessions.end(MINA, MemberSessionService.publicIdOf("one"));

		assertThat(this.stored).containsOnlyKeys("other");
	}

	@Test
	void foreignOrUnknownSessionIsNotFound() {
		keep("theirs", BEGUN, null);
		given(this.register.findByMember(MINA)).willReturn(List.of());

		assertThatThrownBy(() -> this.sessions.end(MINA, MemberSessionService.publicIdOf("theirs")))
			.isInstanceOf(NotFoundException.class);
		assertThat(this.stored).containsOnlyKeys("theirs");
	}

	@Test
	@ProvesRule(rule = "Ending all other sessions leaves this one", guard = "MemberSessionService.endOthers",
			brokenBy = "leaving out the filter")
	void allOtherSessionsAreEnded() {
		List.of("one", "this", "other").forEach((key) -> keep(key, BEGUN, null));
		given(this.register.findByMember(MINA)).willReturn(List.of("one", "this", "other", "gone"));

		this.sessions.endOthers(MINA, "this");

		assertThat(this.stored).containsOnlyKeys("this");
		verify(this.register).remove(MINA, "gone");
	}

	private void keep(String key, Instant begun, Device device) {
		MapSession session = new MapSession(key);
		session.setCreationTime(begun);
		session.setLastAccessedTime(begun);
		session.setMaxInactiveInterval(Duration.ofHours(8));
		if (device != null) {
			session.setAttribute("device", device);
		}
		this.stored.put(key, session);
	}

}
