package app.frontrow.security;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.members.CredentialService;
import app.frontrow.members.Credentials;
import app.frontrow.members.Member;
import app.frontrow.members.PasswordConcurrencyLimiter;
import app.frontrow.members.Role;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.TooManyRequestsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.matches;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

class MemberAuthenticationProviderTests {

	private final Member mina = new Member(UUID.randomUUID(), "mina", "Mina", Role.ADMIN, Instant.EPOCH);

	private final CredentialService credentials = mock();

	private final PasswordEncoder passwords = mock();

	private final LoginRateLimiter limit = mock();

	private MemberAuthenticationProvider provider;

	@BeforeEach
	void anAccount() {
		given(this.credentials.find(anyString())).willReturn(Optional.empty());
		given(this.credentials.find(matches("(?i)mina")))
			.willReturn(Optional.of(new Credentials(this.mina, "{noop}correct horse")));
		given(this.passwords.encode(any())).willReturn("{noop}nobody's");
		given(this.passwords.matches("correct horse", "{noop}correct horse")).willReturn(true);
		this.provider = new MemberAuthenticationProvider(this.credentials, this.passwords, this.limit,
				new PasswordConcurrencyLimiter());
	}

	@Test
	void logInContainsTheMemberWithoutThePassword() {
		Authentication authentication = logIn("mina", "correct horse");

		assertThat(authentication.isAuthenticated()).isTrue();
		assertThat(authentication.getPrincipal()).isEqualTo(this.mina);
		assertThat(authentication.getCredentials()).isNull();
		assertThat(authentication.getDetails().toString()).doesNotContain("correct horse");
		assertThat(authentication.getAuthorities()).isEmpty();
	}

	@Test
	void wrongPasswordAndUnknownNameGetTheSameAnswer() {
		assertThatThrownBy(() -> logIn("mina", "wrong")).isInstanceOf(BadCredentialsException.class);
		assertThatThrownBy(() -> logIn("nobody", "correct horse")).isInstanceOf(BadCredentialsException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mina", "nobody", "민아", "x", "" })
	@ProvesRule(rule = "An unknown name costs the same comparison as a wrong password",
			guard = "MemberAuthenticationProvider", brokenBy = "throwing a BadCredentialsException for it")
	void everyRefusalComparesOneHash(String username) {
		assertThatThrownBy(() -> logIn("mina", "wrong")).isInstanceOf(BadCredentialsException.class);
		clearInvocations(this.passwords);

		assertThatThrownBy(() -> logIn(username, "wrong too")).isInstanceOf(BadCredentialsException.class)
			.hasMessage("Bad credentials");

		verify(this.passwords).matches(eq("wrong too"), any());
		verify(this.passwords, never()).encode(any());
	}

	@Test
	@ProvesRule(rule = "A try counts before the password is looked at",
			guard = "MemberAuthenticationProvider.authenticateInTurn", brokenBy = "leaving out begin")
	void attemptIsCountedBeforeThePasswordIsCompared() {
		willThrow(new TooManyRequestsException(7)).given(this.limit).countAttempt("mina", "");

		assertThatThrownBy(() -> logIn(" Mina ", "correct horse")).isInstanceOf(AuthenticationServiceException.class)
			.hasCauseInstanceOf(TooManyRequestsException.class);
		verifyNoInteractions(this.passwords, this.credentials);
	}

	@Test
	@ProvesRule(rule = "A try that an outage cut off is reported to the limit",
			guard = "MemberAuthenticationProvider.authenticateInTurn", brokenBy = "leaving out undecided")
	void outcomeIsReportedToTheLimiter() {
		logIn("MINA", "correct horse");
		verify(this.limit).recordSuccess(any());

		assertThatThrownBy(() -> logIn("mina", "wrong")).isInstanceOf(BadCredentialsException.class);
		assertThatThrownBy(() -> logIn("nobody", "wrong")).isInstanceOf(BadCredentialsException.class);
		verify(this.limit, times(3)).countAttempt(anyString(), eq(""));
		verifyNoMoreInteractions(this.limit);

		given(this.credentials.find("mina")).willThrow(new DataAccessResourceFailureException("away"));
		assertThatThrownBy(() -> logIn("mina", "correct horse"))
			.isInstanceOf(InternalAuthenticationServiceException.class);
		verify(this.limit).withdrawAttempt(any());
	}

	private Authentication logIn(String username, String password) {
		return this.provider.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password));
	}

}
