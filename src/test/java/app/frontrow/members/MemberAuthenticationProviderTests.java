package app.frontrow.members;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

class MemberAuthenticationProviderTests {

	private final Account account = new Account("mina", "{noop}correct horse", "Mina", Role.ADMIN, Instant.EPOCH);

	private final Accounts accounts = mock();

	private final PasswordEncoder passwords = mock();

	private MemberAuthenticationProvider provider;

	@BeforeEach
	void anAccount() {
		given(this.accounts.findByUsername(anyString())).willReturn(Optional.empty());
		given(this.accounts.findByUsername("mina")).willReturn(Optional.of(this.account));
		given(this.passwords.encode(any())).willReturn("{noop}nobody's");
		given(this.passwords.matches("correct horse", "{noop}correct horse")).willReturn(true);
		this.provider = new MemberAuthenticationProvider(this.accounts, this.passwords);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mina", "MINA", "  Mina " })
	void logInKnowsTheMemberAndNothingOfThePassword(String username) {
		Authentication authentication = logIn(username, "correct horse");

		assertThat(authentication.isAuthenticated()).isTrue();
		assertThat(authentication.getPrincipal()).isEqualTo(this.account.toMember());
		assertThat(authentication.getCredentials()).isNull();
		assertThat(authentication.getDetails()).isNull();
		assertThat(authentication.getAuthorities()).extracting(GrantedAuthority::getAuthority).contains("ROLE_ADMIN");
	}

	@Test
	void wrongPasswordAndUnknownNameLookTheSame() {
		assertThatThrownBy(() -> logIn("mina", "wrong")).isInstanceOf(BadCredentialsException.class);
		assertThatThrownBy(() -> logIn("nobody", "correct horse")).isInstanceOf(BadCredentialsException.class);
	}

	@Test
	void unknownNameCostsAsMuchAsAWrongPassword() {
		assertThatThrownBy(() -> logIn("nobody", "correct horse")).isInstanceOf(BadCredentialsException.class);

		verify(this.passwords, atLeastOnce()).matches("correct horse", "{noop}nobody's");
	}

	private Authentication logIn(String username, String password) {
		return this.provider.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password));
	}

}
