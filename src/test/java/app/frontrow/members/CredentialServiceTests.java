package app.frontrow.members;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

class CredentialServiceTests {

	private final AccountRepository accounts = mock();

	private final CredentialService credentials = new CredentialService(this.accounts, Clock.systemUTC());

	@ParameterizedTest
	@ValueSource(strings = { "mina", "MINA", "  Mina ", "ｍｉｎａ" })
	void usernameIsFoundInEveryUnicodeForm(String username) {
		Account account = new Account("mina", "hash", "Mina", Role.MEMBER, Instant.EPOCH);
		given(this.accounts.findByUsername("mina")).willReturn(Optional.of(account));

		assertThat(this.credentials.find(username)).contains(new Credentials(account.toMember(), "hash"));
	}

	@Test
	void impossibleUsernameAsksNoDatabase() {
		assertThat(this.credentials.find("mina' or 1=1")).isEmpty();
		verifyNoInteractions(this.accounts);
	}

	@Test
	void hashIsNotPrinted() {
		Account account = new Account("mina", "secret hash", "Mina", Role.MEMBER, Instant.EPOCH);

		assertThat(account.toCredentials().toString()).doesNotContain("secret hash");
	}

}
