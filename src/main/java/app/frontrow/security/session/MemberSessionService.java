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
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import app.frontrow.shared.error.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Service;

/**
 * Lists and ends the sessions of a member. A session that is ended here is invalid on
 * every instance at once, because no instance caches sessions.
 */
@Service
public class MemberSessionService {

	private static final int ID_BYTES = 16;

	private final SessionRepository<?> sessions;

	private final SessionIndexStore index;

	private final SessionExpiryPolicy expiryPolicy;

	MemberSessionService(SessionRepository<?> sessions, SessionIndexStore index, SessionExpiryPolicy expiryPolicy) {
		this.sessions = sessions;
		this.index = index;
		this.expiryPolicy = expiryPolicy;
	}

	/**
	 * Returns the public id of the session with this key. The key is the value of the
	 * cookie or the access token, and cannot be computed from the id.
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
	 * Returns the member's sessions, the last used one first.
	 */
	public List<MemberSession> findByMember(UUID member) {
		return this.index.findByMember(member)
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
	 * @throws NotFoundException if the member has no session with this id
	 */
	public void end(UUID member, String id) {
		String key = this.index.findByMember(member)
			.stream()
			.filter((known) -> publicIdOf(known).equals(id))
			.findFirst()
			.orElseThrow(NotFoundException::new);
		this.sessions.deleteById(key);
	}

	/**
	 * Ends all sessions of the member except one.
	 * @param current the key of the session that stays
	 */
	public void endOthers(UUID member, String current) {
		this.index.findByMember(member).stream().filter((key) -> !key.equals(current)).forEach((key) -> {
			this.sessions.deleteById(key);
			this.index.remove(member, key);
		});
	}

	/** Ends all sessions of the member. */
	public void endAll(UUID member) {
		endOthers(member, "");
	}

	/**
	 * Finds all members who have sessions, and hands them on in groups of at most 500. It
	 * goes through all keys of Redis in small steps.
	 */
	public void forEachGroupOfMembers(Consumer<Set<UUID>> action) {
		this.index.forEachGroupOfMembers(action);
	}

	private @Nullable MemberSession find(UUID member, String key) {
		Session session = this.sessions.findById(key);
		if (session == null) {
			this.index.remove(member, key);
			return null;
		}
		Instant used = session.getLastAccessedTime().truncatedTo(ChronoUnit.MINUTES);
		Device device = session.getAttribute(Device.ATTRIBUTE);
		return new MemberSession(publicIdOf(key), (device != null) ? device : Device.UNKNOWN, session.getCreationTime(),
				used, this.expiryPolicy.endOf(session));
	}

}
