package app.frontrow.members;

import java.util.List;

import app.frontrow.shared.limit.RateLimitService;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Makes and checks log-ins. A log-in contains the member and a digest of the password
 * hash. The digest shows whether the log-in used the current password or an earlier one.
 */
@Component
public class MemberLoginService {

	private final CredentialService credentials;

	MemberLoginService(CredentialService credentials) {
		this.credentials = credentials;
	}

	/**
	 * Makes a log-in of a member with this password hash. It contains only a digest of
	 * the hash.
	 */
	public static Authentication of(Member member, String passwordHash) {
		var login = UsernamePasswordAuthenticationToken.authenticated(member, null, List.of());
		login.setDetails(RateLimitService.digest(passwordHash));
		return login;
	}

	/** The same log-in after the member has changed the display name. */
	public static Authentication rename(Authentication login, Member renamed) {
		var same = UsernamePasswordAuthenticationToken.authenticated(renamed, null, login.getAuthorities());
		same.setDetails(login.getDetails());
		return same;
	}

	/**
	 * Returns whether the member still has the password of the log-in. It asks the
	 * database.
	 */
	public boolean isCurrent(Member member, Authentication login) {
		return this.credentials.find(member.id())
			.filter((known) -> RateLimitService.digest(known.passwordHash()).equals(login.getDetails()))
			.isPresent();
	}

}
