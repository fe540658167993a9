package app.frontrow.members;

import java.util.List;

import app.frontrow.shared.limit.RateLimitService;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Log-ins as sessions keep them: the member, and which of the member's passwords was
 * used. So a log-in that runs while the password changes can be told from a later one.
 */
@Component
public class MemberLoginService {

	private final CredentialService credentials;

	MemberLoginService(CredentialService credentials) {
		this.credentials = credentials;
	}

	/** A log-in with the password that has this hash; it holds neither of them. */
	public static Authentication of(Member member, String passwordHash) {
		var login = UsernamePasswordAuthenticationToken.authenticated(member, null,
				List.of(new SimpleGrantedAuthority("ROLE_" + member.role())));
		login.setDetails(RateLimitService.digest(passwordHash));
		return login;
	}

	/**
	 * Whether the member still has the password that was used, and the role of the
	 * log-in. Asks the database.
	 */
	public boolean isCurrent(Member member, Authentication login) {
		return this.credentials.find(member.id())
			.filter((known) -> known.member().role() == member.role())
			.filter((known) -> RateLimitService.digest(known.passwordHash()).equals(login.getDetails()))
			.isPresent();
	}

}
