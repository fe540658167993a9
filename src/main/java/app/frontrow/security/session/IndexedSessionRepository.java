package app.frontrow.security.session;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.members.Member;
import app.frontrow.members.MemberLoginService;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Adds each session to the index of its member's sessions, and ends it after the lifetime
 * of a session, even if it is in use. A log-in with the right password first adds its
 * session to the index, and then compares the password with the account's once more. A
 * password change first changes the account and then ends the sessions in the index. So
 * no log-in with the old password survives.
 *
 * @param <S> type of the sessions of the repository behind this one
 */
class IndexedSessionRepository<S extends Session> implements SessionRepository<S> {

	/**
	 * A member may have this many sessions. With one more, the session that would expire
	 * first is ended.
	 */
	static final int MAX_SESSIONS = 50;

	private final SessionRepository<S> delegate;

	private final SessionIndexStore index;

	private final MemberLoginService logins;

	private final SessionExpiryPolicy expiryPolicy;

	private final Clock clock;

	IndexedSessionRepository(SessionRepository<S> delegate, SessionIndexStore index, MemberLoginService logins,
			SessionExpiryPolicy expiryPolicy, Clock clock) {
		this.delegate = delegate;
		this.index = index;
		this.logins = logins;
		this.expiryPolicy = expiryPolicy;
		this.clock = clock;
	}

	@Override
	public S createSession() {
		return this.delegate.createSession();
	}

	@Override
	public void save(S session) {
		this.delegate.save(session);
		login(session).ifPresent((login) -> index(session, login));
	}

	/**
	 * Adds the session to the index. It asks the database only if the session is new, not
	 * each time it is saved.
	 */
	private void index(S session, Authentication login) {
		Member member = Member.of(login);
		boolean added = this.index.add(member.id(), session.getId(), this.clock.instant(),
				this.expiryPolicy.endOf(session));
		if (added && !this.logins.isCurrent(member, login)) {
			end(member.id(), session.getId());
		}
		else if (added) {
			endSurplus(member.id());
		}
	}

	private void endSurplus(UUID member) {
		List<String> known = this.index.findByMember(member);
		if (known.size() > MAX_SESSIONS) {
			known.subList(0, known.size() - MAX_SESSIONS).forEach((id) -> end(member, id));
		}
	}

	@Override
	public @Nullable S findById(String id) {
		S session = this.delegate.findById(id);
		if (session != null && !this.expiryPolicy.endOf(session).isAfter(this.clock.instant())) {
			deleteById(id);
			return null;
		}
		return session;
	}

	@Override
	public void deleteById(String id) {
		S session = this.delegate.findById(id);
		if (session != null) {
			this.delegate.deleteById(id);
			login(session).ifPresent((login) -> this.index.remove(Member.of(login).id(), id));
		}
	}

	private void end(UUID member, String id) {
		this.delegate.deleteById(id);
		this.index.remove(member, id);
	}

	/** Returns the log-in of the session, if there is one. */
	private static Optional<Authentication> login(Session session) {
		return SessionMemberReader.readLogin(session.getAttribute(SessionMemberReader.CONTEXT_ATTRIBUTE));
	}

}
