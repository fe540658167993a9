package app.frontrow.waitingroom.draw;

import java.util.Base64;
import java.util.List;

import app.frontrow.RunningProduct;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.KeyRing;
import app.frontrow.waitingroom.draw.DrawSeedRepository.SealedSeed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DrawSeedCipherTests {

	private static final String NEW = "bmV3LWtleS1mb3ItdGVzdHMtbmV3LWtleS1mb3ItdGVzdHM=";

	private final DrawSeedCipher cipher = new DrawSeedCipher(KeyRing.of(RunningProduct.TOKEN_KEY));

	private final String seed = this.cipher.makeSeed();

	private final SealedSeed sealed = this.cipher.seal(42, this.seed);

	@Test
	void seedsAreRandomAndSealedDifferentlyEachTime() {
		assertThat(this.seed).matches("[0-9a-f]{64}").isNotEqualTo(this.cipher.makeSeed());
		assertThat(this.sealed.sealed()).doesNotContain(this.seed)
			.isNotEqualTo(this.cipher.seal(42, this.seed).sealed());
		assertThat(this.sealed.commitment()).isEqualTo(DrawAlgorithm.computeCommitment(this.seed));
	}

	@Test
	void sealIsOpenedByItsKeyOnly() {
		assertThat(this.cipher.open(this.sealed)).contains(this.seed);
		assertThat(new DrawSeedCipher(new KeyRing(NEW, List.of(RunningProduct.TOKEN_KEY + "@2000-01-01T00:00:00Z")))
			.open(this.sealed)).contains(this.seed);
		assertThat(new DrawSeedCipher(KeyRing.of(NEW)).open(this.sealed)).isEmpty();
	}

	@Test
	@ProvesRule(rule = "A sealed seed fits no other concert and cannot be changed", guard = "DrawSeedCipher.apply",
			brokenBy = "leaving out the concert")
	void changedOrMovedSealIsNoticed() {
		SealedSeed moved = new SealedSeed(43, this.sealed.commitment(), this.sealed.sealed(), this.sealed.keyId());
		byte[] changed = Base64.getDecoder().decode(this.sealed.sealed());
		changed[20] ^= 1;

		assertThatThrownBy(() -> this.cipher.open(moved)).isInstanceOf(IllegalStateException.class);
		assertThatThrownBy(() -> this.cipher.open(new SealedSeed(42, this.sealed.commitment(),
				Base64.getEncoder().encodeToString(changed), this.sealed.keyId())))
			.isInstanceOf(IllegalStateException.class);
	}

}
