package app.frontrow.members;

import java.util.List;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

import app.frontrow.shared.RateLimitService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Log-ins as sessions keep them: the member, and which of the member's passwords was
 * used. So a log-in that runs while the password changes can be told from a later one.
 */
@Component
class MemberLoginService {

	private final AccountRepository accounts;

	MemberLoginService(AccountRepository accounts) {
		this.accounts = accounts;
	}

	/** A log-in with the password that has this hash; it holds neither of them. */
	static Authentication of(Member member, String passwordHash) {
		var login = UsernamePasswordAuthenticationToken.authenticated(member, null,
				List.of(new SimpleGrantedAuthority("ROLE_" + member.role())));
		login.setDetails(RateLimitService.digest(passwordHash));
		return login;
	}

	/**
	 * Whether the member still has the password that was used, and the role of the
	 * log-in. Asks the database.
	 */
	boolean isCurrent(Member member, Authentication login) {
		return this.accounts.findById(member.id())
			.filter((account) -> account.toMember().role() == member.role())
			.filter((account) -> RateLimitService.digest(account.passwordHash()).equals(login.getDetails()))
			.isPresent();
	}

}
