package app.frontrow.security.session;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.members.Member;
import app.frontrow.members.MemberLoginService;

import org.springframework.security.core.Authentication;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that the register of their member knows, and that end when they have lasted
 * their time, however much they are used. A session is noted first, and then its password
 * is compared with the account's; who changes a password does that first, and then ends
 * what is noted. So no log-in with the old password outlives the change.
 *
 * @param <S> the sessions of the store behind it
 */
class IndexedSessionRepository<S extends Session> implements SessionRepository<S> {

	/** More than people have; beyond it the one that would end first is ended. */
	static final int MAX_SESSIONS = 50;

	private final SessionRepository<S> delegate;

	private final SessionIndexStore index;

	private final MemberLoginService logins;

	private final SessionExpiryPolicy expiryPolicy;

	private final Clock clock;

	IndexedSessionRepository(SessionRepository<S> store, SessionIndexStore register, MemberLoginService logins,
			SessionExpiryPolicy terms, Clock clock) {
		this.delegate = store;
		this.index = register;
		this.logins = logins;
		this.expiryPolicy = terms;
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

	/** The database is asked once for each log-in, and not when a session is used. */
	private void index(S session, Authentication login) {
		Member member = (Member) login.getPrincipal();
		boolean begun = this.index.add(member.id(), session.getId(), this.clock.instant(),
				this.expiryPolicy.endOf(session));
		if (begun && !this.logins.isCurrent(member, login)) {
			end(member.id(), session.getId());
		}
		else if (begun) {
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
	public S findById(String id) {
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
			login(session).ifPresent((login) -> this.index.remove(((Member) login.getPrincipal()).id(), id));
		}
	}

	private void end(UUID member, String id) {
		this.delegate.deleteById(id);
		this.index.remove(member, id);
	}

	/** Whose session it is, if anybody's. */
	private static Optional<Authentication> login(Session session) {
		return SessionMemberReader.readLogin(session.getAttribute(SessionMemberReader.CONTEXT_ATTRIBUTE));
	}

}
