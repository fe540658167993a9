package app.frontrow.members;

import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

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

	/** Returns the member of a log-in. Nobody else can log in. */
	public static Member of(Authentication login) {
		return (Member) Objects.requireNonNull(login.getPrincipal());
	}

	@Override
	public String getName() {
		return this.username;
	}

}
