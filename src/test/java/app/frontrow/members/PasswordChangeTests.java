package app.frontrow.members;

import java.time.Instant;
import java.util.UUID;

import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.TooManyRequestsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

class PasswordChangeTests {

	private static final Member MINA = new Member(UUID.randomUUID(), "mina", "Mina", Role.MEMBER, Instant.EPOCH);

	private final Accounts accounts = mock();

	private final AuthenticationManager authentications = mock();

	private final PasswordEncoder encoder = mock();

	private final MemberSessions sessions = mock();

	private final PasswordChange passwords = new PasswordChange(this.accounts, this.authentications, this.encoder,
			this.sessions);

	@Test
	void theOldPasswordIsAskedForAndThenEverybodyElseIsOut() {
		given(this.encoder.encode("new long password")).willReturn("hash");

		this.passwords.change(MINA, "old password", "new long password", "this");

		InOrder order = inOrder(this.authentications, this.accounts, this.sessions);
		order.verify(this.authentications)
			.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("mina", "old password"));
		order.verify(this.accounts).changePassword(MINA.id(), "hash");
		order.verify(this.sessions).endOthers(MINA.id(), "this");
	}

	@Test
	void whoDoesNotKnowTheOldOneChangesNothing() {
		given(this.authentications.authenticate(any())).willThrow(new BadCredentialsException("no"));

		assertThat(fault("wrong", "new long password")).isEqualTo("currentPassword");
		verifyNoInteractions(this.accounts, this.sessions);
	}

	@Test
	void guessingIsSlowedAsAtTheLogIn() {
		TooManyRequestsException tooMany = mock();
		given(this.authentications.authenticate(any())).willThrow(new AuthenticationServiceException("slow", tooMany));

		assertThatThrownBy(() -> this.passwords.change(MINA, "guess", "new long password", "this")).isSameAs(tooMany);
		verifyNoInteractions(this.accounts, this.sessions);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "short" })
	void theNewOneObeysTheRulesOfSigningUp(String wanted) {
		assertThat(fault("old password", wanted)).isEqualTo("newPassword");
		verifyNoInteractions(this.authentications, this.accounts, this.sessions);
	}

	private String fault(String current, String wanted) {
		return catchThrowableOfType(InvalidInputException.class,
				() -> this.passwords.change(MINA, current, wanted, "this"))
			.violations()
			.get(0)
			.field();
	}

}
