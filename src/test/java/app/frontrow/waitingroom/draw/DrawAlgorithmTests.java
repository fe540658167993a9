package app.frontrow.waitingroom.draw;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DrawAlgorithmTests {

	private static final String SEED = "5e".repeat(32);

	@Test
	void everyNumberDrawsOnePlace() {
		assertThat(DrawAlgorithm.draw(SEED, 500)).containsExactlyInAnyOrder(IntStream.rangeClosed(1, 500).toArray());
		assertThat(DrawAlgorithm.draw(SEED, 0)).isEmpty();
	}

	@Test
	void anotherSeedDrawsAnotherOrder() {
		assertThat(DrawAlgorithm.draw(SEED, 500)).isEqualTo(DrawAlgorithm.draw(SEED, 500))
			.isNotEqualTo(DrawAlgorithm.draw("5f".repeat(32), 500));
	}

	@Test
	void orderFollowsTheHashes() throws Exception {
		int[] drawn = DrawAlgorithm.draw(SEED, 50);

		for (int i = 1; i < drawn.length; i++) {
			assertThat(Arrays.compareUnsigned(hash(drawn[i - 1]), hash(drawn[i]))).isNegative();
		}
	}

	@Test
	void commitmentIsTheHashOfTheSeed() throws Exception {
		assertThat(DrawAlgorithm.computeCommitment(SEED)).isEqualTo(HexFormat.of().formatHex(sha256(SEED)));
	}

	/** One in ten thousand runs of an even algorithm would look less even than this. */
	@Test
	void earlyNumberIsNoAdvantage() {
		long early = 0;
		for (int concert = 1; concert <= 200; concert++) {
			early += IntStream.of(DrawAlgorithm.draw("seed " + concert, 100))
				.limit(10)
				.filter((number) -> number <= 50)
				.count();
		}
		assertThat(early).isBetween(1_000L - 90, 1_000L + 90);
	}

	private static byte[] hash(int number) throws Exception {
		return sha256(SEED + ":" + number);
	}

	private static byte[] sha256(String text) throws Exception {
		return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
	}

}
