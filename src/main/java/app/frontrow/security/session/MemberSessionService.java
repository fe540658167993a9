package app.frontrow.security.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import app.frontrow.shared.error.NotFoundException;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Service;

/**
 * Where a member is logged in. A session that is ended here is dead at once on every
 * instance, since none of them keeps one.
 */
@Service
public class MemberSessionService {

	private static final int ID_BYTES = 16;

	private final SessionRepository<?> sessions;

	private final SessionIndexStore register;

	private final SessionExpiryPolicy terms;

	MemberSessionService(SessionRepository<?> sessions, SessionIndexStore register, SessionExpiryPolicy terms) {
		this.sessions = sessions;
		this.register = register;
		this.terms = terms;
	}

	/**
	 * What names the session with this key (the cookie's value, the access token) and
	 * does not give it away.
	 */
	public static String publicIdOf(String key) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, ID_BYTES));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/**
	 * The member's sessions, the last used first.
	 */
	public List<MemberSession> findByMember(UUID member) {
		return this.register.findByMember(member)
			.stream()
			.map((key) -> find(member, key))
			.filter(Objects::nonNull)
			.sorted(Comparator.comparing(MemberSession::lastUsedAt)
				.thenComparing(MemberSession::begunAt)
				.reversed()
				.thenComparing(MemberSession::id))
			.toList();
	}

	/**
	 * Ends one of the member's sessions.
	 * @throws NotFoundException if the member has none of this id
	 */
	public void end(UUID member, String id) {
		String key = this.register.findByMember(member)
			.stream()
			.filter((known) -> publicIdOf(known).equals(id))
			.findFirst()
			.orElseThrow(NotFoundException::new);
		this.sessions.deleteById(key);
	}

	/**
	 * Ends all sessions of the member but one.
	 * @param current the key of the one that goes on
	 */
	public void endOthers(UUID member, String current) {
		this.register.findByMember(member).stream().filter((key) -> !key.equals(current)).forEach((key) -> {
			this.sessions.deleteById(key);
			this.register.remove(member, key);
		});
	}

	private MemberSession find(UUID member, String key) {
		Session session = this.sessions.findById(key);
		if (session == null) {
			this.register.remove(member, key);
			return null;
		}
		Instant used = session.getLastAccessedTime().truncatedTo(ChronoUnit.MINUTES);
		Device device = session.getAttribute(Device.ATTRIBUTE);
		return new MemberSession(publicIdOf(key), (device != null) ? device : Device.UNKNOWN, session.getCreationTime(),
				used, this.terms.endOf(session));
	}

}
