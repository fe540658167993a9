package app.frontrow.members;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that the register of their member knows, and that end when they have lasted
 * their time, however much they are used.
 *
 * @param <S> the sessions of the store behind it
 */
class RegisteredSessions<S extends Session> implements SessionRepository<S> {

	/** More than people have; beyond it the one that would end first is ended. */
	static final int MOST = 50;

	private final SessionRepository<S> store;

	private final SessionRegister register;

	private final SessionTerms terms;

	private final Clock clock;

	RegisteredSessions(SessionRepository<S> store, SessionRegister register, SessionTerms terms, Clock clock) {
		this.store = store;
		this.register = register;
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
		member(session).ifPresent((member) -> {
			long count = this.register.note(member, session.getId(), this.clock.instant(), this.terms.endOf(session));
			if (count > MOST) {
				List<String> known = this.register.of(member);
				known.subList(0, known.size() - MOST).forEach((id) -> end(member, id));
			}
		});
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
			member(session).ifPresent((member) -> this.register.strike(member, id));
		}
	}

	private void end(UUID member, String id) {
		this.store.deleteById(id);
		this.register.strike(member, id);
	}

	/** Whose session it is, if anybody's. */
	private static Optional<UUID> member(Session session) {
		return SessionMember.of(session.<Object>getAttribute(SessionMember.CONTEXT)).map(Member::id);
	}

}
