package app.frontrow.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class MemberLoginServiceTests {

	private final Account account = new Account("mina", "hash", "Mina", Role.MEMBER, Instant.EPOCH);

	private final Member mina = this.account.toMember();

	private final AccountRepository accounts = mock();

	private final MemberLoginService logins = new MemberLoginService(this.accounts);

	@Test
	void aLogInIsCurrentUntilThePasswordChanges() {
		given(this.accounts.findById(this.mina.id())).willReturn(Optional.of(this.account));

		assertThat(this.logins.isCurrent(this.mina, MemberLoginService.of(this.mina, "hash"))).isTrue();
		assertThat(this.logins.isCurrent(this.mina, MemberLoginService.of(this.mina, "hash before"))).isFalse();
	}

	@Test
	void aLogInIsNotCurrentWhenTheRoleHasChanged() {
		given(this.accounts.findById(this.mina.id())).willReturn(Optional.of(this.account));
		Member admin = new Member(this.mina.id(), "mina", "Mina", Role.ADMIN, Instant.EPOCH);

		assertThat(this.logins.isCurrent(admin, MemberLoginService.of(admin, "hash"))).isFalse();
	}

	@Test
	void aLogInThatDoesNotTellItsPasswordOrHasNoAccountIsNotCurrent() {
		Authentication login = UsernamePasswordAuthenticationToken.authenticated(this.mina, null, List.of());
		given(this.accounts.findById(this.mina.id())).willReturn(Optional.of(this.account));
		assertThat(this.logins.isCurrent(this.mina, login)).isFalse();

		given(this.accounts.findById(this.mina.id())).willReturn(Optional.empty());
		assertThat(this.logins.isCurrent(this.mina, MemberLoginService.of(this.mina, "hash"))).isFalse();
	}

}
