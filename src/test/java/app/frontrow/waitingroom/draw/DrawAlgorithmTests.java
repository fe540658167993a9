package app.frontrow.waitingroom.draw;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;

import app.frontrow.RunningProduct;
import app.frontrow.shared.MasterKey;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DrawAlgorithmTests {

	private final DrawAlgorithm algorithm = new DrawAlgorithm(new MasterKey(RunningProduct.TOKEN_KEY));

	@Test
	void everyNumberDrawsOnePlace() {
		assertThat(this.algorithm.draw(42, 500)).containsExactlyInAnyOrder(IntStream.rangeClosed(1, 500).toArray());
		assertThat(this.algorithm.draw(42, 0)).isEmpty();
	}

	@Test
	void everyInstanceDrawsTheSame() {
		assertThat(new DrawAlgorithm(new MasterKey(RunningProduct.TOKEN_KEY)).draw(42, 500))
			.isEqualTo(this.algorithm.draw(42, 500));
	}

	@Test
	void anotherConcertOrKeyDrawsAnotherOrder() {
		DrawAlgorithm other = new DrawAlgorithm(new MasterKey(Base64.getEncoder().encodeToString(new byte[32])));

		assertThat(this.algorithm.draw(43, 500)).isNotEqualTo(this.algorithm.draw(42, 500));
		assertThat(other.draw(42, 500)).isNotEqualTo(this.algorithm.draw(42, 500));
	}

	@Test
	void orderFollowsTheHashes() throws Exception {
		int[] drawn = this.algorithm.draw(42, 50);

		for (int i = 1; i < drawn.length; i++) {
			assertThat(Arrays.compareUnsigned(hash(drawn[i - 1]), hash(drawn[i]))).isNegative();
		}
	}

	@Test
	void commitmentIsTheHashOfTheSeed() throws Exception {
		String seed = this.algorithm.deriveSeed(42);

		assertThat(seed).matches("[0-9a-f]{64}");
		assertThat(DrawAlgorithm.computeCommitment(seed)).isEqualTo(HexFormat.of().formatHex(sha256(seed)));
	}

	/** One in ten thousand runs of an even algorithm would look less even than this. */
	@Test
	void earlyNumberIsNoAdvantage() {
		long early = 0;
		for (int concert = 1; concert <= 200; concert++) {
			early += IntStream.of(this.algorithm.draw(concert, 100)).limit(10).filter((number) -> number <= 50).count();
		}
		assertThat(early).isBetween(1_000L - 90, 1_000L + 90);
	}

	private byte[] hash(int number) throws Exception {
		return sha256(this.algorithm.deriveSeed(42) + ":" + number);
	}

	private static byte[] sha256(String text) throws Exception {
		return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
	}

}
