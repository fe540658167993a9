package app.frontrow.members;

import java.util.List;
import java.util.Optional;

import app.frontrow.shared.TooManyRequestsException;
import app.frontrow.shared.web.ClientAddress;

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
 * Log-in by username and password, as the platform does it (an unknown username takes as
 * long as a wrong password), and not too often; the session then holds the {@link Member}
 * and nothing of the password.
 */
@Component
class MemberAuthenticationProvider extends DaoAuthenticationProvider {

	private final LoginLimit limit;

	private final PasswordTurns turns;

	MemberAuthenticationProvider(Accounts accounts, PasswordEncoder passwords, LoginLimit limit, PasswordTurns turns) {
		super((username) -> Optional.of(Members.canonical(username))
			.filter(Members::isUsername)
			.flatMap(accounts::findByUsername)
			.map(Login::new)
			.orElseThrow(() -> new UsernameNotFoundException("unknown")));
		setPasswordEncoder(passwords);
		this.limit = limit;
		this.turns = turns;
	}

	/**
	 * Logs in.
	 * @throws AuthenticationServiceException because of a
	 * {@link TooManyRequestsException}, if too many tries were wrong or too many members
	 * log in at once; the password was not looked at then
	 */
	@Override
	public Authentication authenticate(Authentication login) {
		try {
			return this.turns.take(() -> authenticateInTurn(login));
		}
		catch (TooManyRequestsException tooMany) {
			throw refused(tooMany);
		}
	}

	private Authentication authenticateInTurn(Authentication login) {
		String username = Members.canonical(login.getName());
		String address = ClientAddress.current();
		this.limit.begin(username, address);
		try {
			Authentication member = super.authenticate(login);
			this.limit.succeeded(username, address);
			return member;
		}
		catch (TooManyRequestsException crowd) {
			this.limit.undecided(username, address);
			throw crowd;
		}
		catch (InternalAuthenticationServiceException outage) {
			this.limit.undecided(username, address);
			throw outage;
		}
	}

	private static AuthenticationServiceException refused(TooManyRequestsException tooMany) {
		return new AuthenticationServiceException(tooMany.getMessage(), tooMany);
	}

	@Override
	protected Authentication createSuccessAuthentication(Object principal, Authentication authentication,
			UserDetails user) {
		Account account = ((Login) user).account();
		return MemberLogins.of(account.toMember(), account.passwordHash());
	}

	private record Login(Account account) implements UserDetails {

		private static final long serialVersionUID = 1L;

		@Override
		public List<? extends GrantedAuthority> getAuthorities() {
			return List.of();
		}

		@Override
		public String getPassword() {
			return this.account.passwordHash();
		}

		@Override
		public String getUsername() {
			return this.account.toMember().username();
		}

	}

}
