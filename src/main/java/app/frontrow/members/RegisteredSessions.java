package app.frontrow.members;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
class RegisteredSessions<S extends Session> implements SessionRepository<S> {

	/** More than people have; beyond it the one that would end first is ended. */
	static final int MOST = 50;

	private final SessionRepository<S> store;

	private final SessionRegister register;

	private final MemberLogins logins;

	private final SessionTerms terms;

	private final Clock clock;

	RegisteredSessions(SessionRepository<S> store, SessionRegister register, MemberLogins logins, SessionTerms terms,
			Clock clock) {
		this.store = store;
		this.register = register;
		this.logins = logins;
		this.terms = terms;
		this.clock = clock;
	}

	@Override
	public S createSession() {
		return this.store.createSession();
	}

	@Override
	public void save(S session) {
		this.store.save(session);
		login(session).ifPresent((login) -> note(session, login));
	}

	/** The database is asked once for each log-in, and not when a session is used. */
	private void note(S session, Authentication login) {
		Member member = (Member) login.getPrincipal();
		boolean begun = this.register.note(member.id(), session.getId(), this.clock.instant(),
				this.terms.endOf(session));
		if (begun && !this.logins.isCurrent(member, login)) {
			end(member.id(), session.getId());
		}
		else if (begun) {
			endSurplus(member.id());
		}
	}

	private void endSurplus(UUID member) {
		List<String> known = this.register.of(member);
		if (known.size() > MOST) {
			known.subList(0, known.size() - MOST).forEach((id) -> end(member, id));
		}
	}

	@Override
	public S findById(String id) {
		S session = this.store.findById(id);
		if (session != null && !this.terms.endOf(session).isAfter(this.clock.instant())) {
			deleteById(id);
			return null;
		}
		return session;
	}

	@Override
	public void deleteById(String id) {
		S session = this.store.findById(id);
		if (session != null) {
			this.store.deleteById(id);
			login(session).ifPresent((login) -> this.register.strike(((Member) login.getPrincipal()).id(), id));
		}
	}

	private void end(UUID member, String id) {
		this.store.deleteById(id);
		this.register.strike(member, id);
	}

	/** Whose session it is, if anybody's. */
	private static Optional<Authentication> login(Session session) {
		return SessionMember.login(session.getAttribute(SessionMember.CONTEXT));
	}

}
