package app.frontrow.security;

import java.util.List;

import app.frontrow.members.CredentialService;
import app.frontrow.members.Credentials;
import app.frontrow.members.MemberLoginService;
import app.frontrow.members.MemberService;
import app.frontrow.members.PasswordConcurrencyLimiter;
import app.frontrow.security.LoginRateLimiter.Attempt;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.http.ClientAddressResolver;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks username and password as Spring Security does: an unknown username takes as long
 * as a wrong password. It also limits the attempts. The session then contains the
 * {@link app.frontrow.members.Member} and not the password.
 */
@Component
class MemberAuthenticationProvider extends DaoAuthenticationProvider {

	private final LoginRateLimiter limit;

	private final PasswordConcurrencyLimiter concurrencyLimiter;

	MemberAuthenticationProvider(CredentialService credentials, PasswordEncoder passwords, LoginRateLimiter limit,
			PasswordConcurrencyLimiter concurrencyLimiter) {
		super((username) -> credentials.find(username)
			.map(Login::new)
			.orElseThrow(() -> new UsernameNotFoundException("unknown")));
		setPasswordEncoder(passwords);
		this.limit = limit;
		this.concurrencyLimiter = concurrencyLimiter;
	}

	/**
	 * Logs in.
	 * @throws AuthenticationServiceException with the cause
	 * {@link TooManyRequestsException} if too many attempts were wrong or too many
	 * members log in at once; then the password was not compared
	 */
	@Override
	public Authentication authenticate(Authentication login) {
		try {
			return this.concurrencyLimiter.runInTurn(() -> authenticateInTurn(login));
		}
		catch (TooManyRequestsException tooMany) {
			throw refused(tooMany);
		}
	}

	private Authentication authenticateInTurn(Authentication login) {
		String username = MemberService.toCanonicalUsername(login.getName());
		String address = ClientAddressResolver.resolveCurrent();
		Attempt attempt = this.limit.countAttempt(username, address);
		try {
			Authentication member = super.authenticate(login);
			this.limit.recordSuccess(attempt);
			return member;
		}
		catch (TooManyRequestsException tooMany) {
			this.limit.withdrawAttempt(attempt);
			throw tooMany;
		}
		catch (InternalAuthenticationServiceException outage) {
			this.limit.withdrawAttempt(attempt);
			throw outage;
		}
	}

	private static AuthenticationServiceException refused(TooManyRequestsException tooMany) {
		return new AuthenticationServiceException(tooMany.getMessage(), tooMany);
	}

	@Override
	protected Authentication createSuccessAuthentication(Object principal, Authentication authentication,
			UserDetails user) {
		Credentials credentials = ((Login) user).credentials();
		return MemberLoginService.of(credentials.member(), credentials.passwordHash());
	}

	private record Login(Credentials credentials) implements UserDetails {

		private static final long serialVersionUID = 1L;

		@Override
		public List<? extends GrantedAuthority> getAuthorities() {
			return List.of();
		}

		@Override
		public String getPassword() {
			return this.credentials.passwordHash();
		}

		@Override
		public String getUsername() {
			return this.credentials.member().username();
		}

	}

}
