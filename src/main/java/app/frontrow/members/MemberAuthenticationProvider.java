package app.frontrow.members;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Log-in by username and password, as the platform does it (an unknown username takes as
 * long as a wrong password); the session then holds the {@link Member} and nothing of the
 * password.
 */
@Component
class MemberAuthenticationProvider extends DaoAuthenticationProvider {

	MemberAuthenticationProvider(Accounts accounts, PasswordEncoder passwords) {
		super((username) -> Optional.of(username.strip().toLowerCase(Locale.ROOT))
			.filter(Members::isUsername)
			.flatMap(accounts::findByUsername)
			.map(Login::new)
			.orElseThrow(() -> new UsernameNotFoundException("unknown")));
		setPasswordEncoder(passwords);
	}

	@Override
	protected Authentication createSuccessAuthentication(Object principal, Authentication authentication,
			UserDetails user) {
		Member member = ((Login) user).account().toMember();
		return UsernamePasswordAuthenticationToken.authenticated(member, null, user.getAuthorities());
	}

	private record Login(Account account) implements UserDetails {

		private static final long serialVersionUID = 1L;

		@Override
		public List<? extends GrantedAuthority> getAuthorities() {
			return List.of(new SimpleGrantedAuthority("ROLE_" + this.account.toMember().role()));
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
