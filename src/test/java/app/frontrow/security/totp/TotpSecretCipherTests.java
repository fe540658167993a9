package app.frontrow.security.totp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import app.frontrow.RunningProduct;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.KeyRing;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TotpSecretCipherTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

	private final TotpSecretCipher cipher = new TotpSecretCipher(KeyRing.of(RunningProduct.TOKEN_KEY));

	@Test
	@ProvesRule(rule = "The secret of an app can be read only with the key, and for its member",
			guard = "SecretCipher.cipher", brokenBy = "leaving out updateAAD")
	void secretIsReadOnlyForItsMember() {
		String stored = this.cipher.encrypt(MINA, SECRET);
		TotpSecretCipher other = new TotpSecretCipher(KeyRing.of(Base64.getEncoder().encodeToString(new byte[32])));

		assertThat(new String(Base64.getDecoder().decode(stored), StandardCharsets.ISO_8859_1))
			.doesNotContain("1234567890");
		assertThat(this.cipher.encrypt(MINA, SECRET)).isNotEqualTo(stored);
		assertThat(this.cipher.decrypt(MINA, stored)).hasValue(SECRET);
		assertThat(this.cipher.decrypt(UUID.randomUUID(), stored)).isEmpty();
		assertThat(other.decrypt(MINA, stored)).isEmpty();
	}

	@Test
	void proposalBelongsToItsSession() {
		assertThat(this.cipher.propose(MINA, "one")).hasSize(20).isEqualTo(this.cipher.propose(MINA, "one"));
		assertThat(this.cipher.propose(MINA, "two")).isNotEqualTo(this.cipher.propose(MINA, "one"));
		assertThat(this.cipher.propose(UUID.randomUUID(), "one")).isNotEqualTo(this.cipher.propose(MINA, "one"));
	}

}
