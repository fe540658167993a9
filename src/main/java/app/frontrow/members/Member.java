package app.frontrow.members;

import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.security.core.Authentication;

/**
 * A member without the password hash. It is the principal of a log-in and stored in the
 * session.
 *
 * @param id never changes
 * @param username the name for log-in, in lower case
 * @param displayName the name that pages show
 * @param role the role in the API at the time of the log-in
 * @param createdAt when the account was created
 */
public record Member(UUID id, String username, String displayName, Role role,
		Instant createdAt) implements Principal, Serializable {

	private static final long serialVersionUID = 1L;

	/**
	 * Refuses a member of a session that another release wrote without one of the values.
	 */
	public Member {
		Stream.of(id, username, displayName, role, createdAt).forEach(Objects::requireNonNull);
	}

	/** Returns the member of a log-in. Nobody else can log in. */
	public static Member of(Authentication login) {
		return (Member) Objects.requireNonNull(login.getPrincipal());
	}

	@Override
	public String getName() {
		return this.username;
	}

}
