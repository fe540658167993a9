package app.frontrow.waitingroom.draw;

import java.time.Instant;
import java.util.Optional;

import app.frontrow.RunningProduct;
import app.frontrow.shared.KeyRing;
import app.frontrow.waitingroom.draw.DrawRepository.Entry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class DrawServiceTests {

	private static final Instant DRAWN = Instant.parse("2030-05-01T11:00:00Z");

	private final DrawRepository records = mock();

	private final DrawSeedCipher cipher = new DrawSeedCipher(KeyRing.of(RunningProduct.TOKEN_KEY));

	private final DrawService draws = new DrawService(new DrawSeedService(mock(), this.records, this.cipher),
			this.records);

	@Test
	void seedIsSecretUntilTheDraw() {
		given(this.records.find(42)).willReturn(Optional.empty());

		assertThat(this.draws.getDraw(42))
			.isEqualTo(new Draw(42, DrawAlgorithm.computeCommitment(this.cipher.deriveSeed(42)), null, null, null));
	}

	@Test
	void drawKeepsItsSeedAfterAChangeOfTheKey() {
		String seed = "ab".repeat(32);
		given(this.records.find(42)).willReturn(Optional.of(new Entry(7, seed, DRAWN)));

		assertThat(this.draws.getDraw(42))
			.isEqualTo(new Draw(42, DrawAlgorithm.computeCommitment(seed), seed, 7L, DRAWN));
	}

}
