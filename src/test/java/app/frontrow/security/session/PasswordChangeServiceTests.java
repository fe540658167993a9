package app.frontrow.security.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import app.frontrow.members.CredentialService;
import app.frontrow.members.Credentials;
import app.frontrow.members.Member;
import app.frontrow.members.MemberLoginService;
import app.frontrow.members.Role;
import app.frontrow.rules.ProvesRule;
import app.frontrow.security.password.PasswordCheckService;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class PasswordChangeServiceTests {

	private static final Member MINA = new Member(UUID.randomUUID(), "mina", "Mina", Role.MEMBER, Instant.EPOCH);

	private final CredentialService credentials = mock();

	private final AuthenticationManager authentications = mock();

	private final PasswordEncoder encoder = mock();

	private final MemberSessionService sessions = mock();

	private final RetryingTransactionExecutor transactions = mock();

	private final Runnable commit = mock();

	private final PasswordChangeService passwords = new PasswordChangeService(this.credentials,
			new PasswordCheckService(this.authentications), this.encoder, this.sessions, this.transactions);

	@BeforeEach
	void anAccount() {
		given(this.transactions.run(any())).willAnswer((call) -> {
			Object result = call.<Supplier<?>>getArgument(0).get();
			this.commit.run();
			return result;
		});
		given(this.credentials.find(MINA.id())).willReturn(Optional.of(new Credentials(MINA, "old hash")));
	}

	@Test
	@ProvesRule(rule = "A new password ends all other sessions", guard = "PasswordChangeService.change",
			brokenBy = "leaving out endOthers")
	void rightPasswordChangesItAndEndsOtherSessions() {
		given(this.encoder.encode("new long password")).willReturn("hash");
		given(this.credentials.replacePassword(MINA.id(), "old hash", "hash")).willReturn(true);

		Authentication login = this.passwords.change(MINA, "old password", "new long password", "this");

		assertThat(login).isEqualTo(MemberLoginService.of(MINA, "hash"));

		InOrder order = inOrder(this.authentications, this.credentials, this.commit, this.sessions);
		order.verify(this.authentications)
			.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("mina", "old password"));
		order.verify(this.credentials).replacePassword(MINA.id(), "old hash", "hash");
		order.verify(this.sessions).endOthers(MINA.id(), "this");
		order.verify(this.commit).run();
		order.verify(this.sessions).endOthers(MINA.id(), "this");
	}

	@Test
	void secondOfTwoChangesIsRefused() {
		given(this.encoder.encode("new long password")).willReturn("hash");
		given(this.credentials.replacePassword(any(), any(), any())).willReturn(false);

		assertThat(fault("old password", "new long password")).isEqualTo("currentPassword");
		verifyNoInteractions(this.sessions);
	}

	@Test
	@ProvesRule(rule = "A password stays as it is while Redis is away", guard = "PasswordChangeService.replace",
			brokenBy = "leaving out endOthers")
	void sessionOutageChangesNothing() {
		given(this.credentials.replacePassword(any(), any(), any())).willReturn(true);
		willThrow(new DataAccessResourceFailureException("away")).given(this.sessions).endOthers(MINA.id(), "this");

		assertThatThrownBy(() -> this.passwords.change(MINA, "old password", "new long password", "this"))
			.isInstanceOf(DataAccessResourceFailureException.class);
		verifyNoInteractions(this.commit);
	}

	@Test
	@ProvesRule(rule = "A member who changes the password knows the old one", guard = "PasswordChangeService.change",
			brokenBy = "leaving out verify")
	void wrongCurrentPasswordChangesNothing() {
		given(this.authentications.authenticate(any())).willThrow(new BadCredentialsException("no"));

		assertThat(fault("wrong", "new long password")).isEqualTo("currentPassword");
		nothingChanges();
	}

	@Test
	@ProvesRule(rule = "A member who guesses the old password is slowed", guard = "PasswordCheckService.require",
			brokenBy = "leaving out the case of too many tries")
	void guessingIsLimitedLikeLogIns() {
		TooManyRequestsException tooMany = mock();
		given(this.authentications.authenticate(any())).willThrow(new AuthenticationServiceException("slow", tooMany));

		assertThatThrownBy(() -> this.passwords.change(MINA, "guess", "new long password", "this")).isSameAs(tooMany);
		nothingChanges();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "short" })
	@ProvesRule(rule = "A new password keeps the password rules", guard = "PasswordChangeService.change",
			brokenBy = "leaving out the rules")
	void newPasswordObeysTheRulesOfSignUp(String wanted) {
		assertThat(fault("old password", wanted)).isEqualTo("newPassword");
		verifyNoInteractions(this.authentications, this.credentials, this.sessions);
	}

	private void nothingChanges() {
		verify(this.credentials, never()).replacePassword(any(), any(), any());
		verifyNoInteractions(this.sessions);
	}

	private String fault(String current, String wanted) {
		return catchThrowableOfType(InvalidInputException.class,
				() -> this.passwords.change(MINA, current, wanted, "this"))
			.violations()
			.get(0)
			.field();
	}

}
