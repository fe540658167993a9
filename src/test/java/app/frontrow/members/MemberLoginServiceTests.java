package app.frontrow.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class MemberLoginServiceTests {

	private final Member mina = new Member(UUID.randomUUID(), "mina", "Mina", Role.MEMBER, Instant.EPOCH);

	private final CredentialService credentials = mock();

	private final MemberLoginService logins = new MemberLoginService(this.credentials);

	@Test
	void logInIsCurrentUntilThePasswordChanges() {
		given(this.credentials.find(this.mina.id())).willReturn(Optional.of(new Credentials(this.mina, "hash")));

		assertThat(this.logins.isCurrent(this.mina, MemberLoginService.of(this.mina, "hash"))).isTrue();
		assertThat(this.logins.isCurrent(this.mina, MemberLoginService.of(this.mina, "hash before"))).isFalse();
	}

	@Test
	void logInWithoutPasswordDigestOrAccountIsNotCurrent() {
		Authentication login = UsernamePasswordAuthenticationToken.authenticated(this.mina, null, List.of());
		given(this.credentials.find(this.mina.id())).willReturn(Optional.of(new Credentials(this.mina, "hash")));
		assertThat(this.logins.isCurrent(this.mina, login)).isFalse();

		given(this.credentials.find(this.mina.id())).willReturn(Optional.empty());
		assertThat(this.logins.isCurrent(this.mina, MemberLoginService.of(this.mina, "hash"))).isFalse();
	}

}
