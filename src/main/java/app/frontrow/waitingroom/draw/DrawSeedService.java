package app.frontrow.waitingroom.draw;

import java.time.Duration;

import app.frontrow.shared.store.AfterTransactionExecutor;
import app.frontrow.waitingroom.draw.DrawRepository.Entry;
import app.frontrow.waitingroom.draw.DrawSeedRepository.SealedSeed;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;

/**
 * Knows the seed of each concert's draw. A seed is random, exists from the moment when
 * the concert is added, and never changes. The seeds of coming draws are in the memory of
 * each instance, so a draw needs no database.
 */
@Service
class DrawSeedService {

	private static final int MAX_KNOWN = 500_000;

	private final DrawSeedRepository pinned;

	private final DrawRepository records;

	private final DrawSeedCipher cipher;

	private final Cache<Long, String> known = Caffeine.newBuilder().maximumSize(MAX_KNOWN).build();

	DrawSeedService(DrawSeedRepository pinned, DrawRepository records, DrawSeedCipher cipher) {
		this.pinned = pinned;
		this.records = records;
		this.cipher = cipher;
	}

	/**
	 * Pins a new seed for a concert that has none, in the running transaction. This
	 * instance knows it from the commit on, the others within seconds.
	 */
	void pin(long concertId) {
		String seed = this.cipher.makeSeed();
		if (this.pinned.insert(this.cipher.seal(concertId, seed))) {
			AfterTransactionExecutor.runAfterCommit(() -> this.known.put(concertId, seed));
		}
	}

	/**
	 * Returns the seed, 64 hexadecimal digits. It is secret until the draw.
	 * @throws DataAccessResourceFailureException if the settings do not have the key that
	 * has sealed it
	 */
	String getSeed(long concertId) {
		String seed = this.known.getIfPresent(concertId);
		return (seed != null) ? seed
				: learn(concertId, this.pinned.find(concertId).orElseGet(() -> pinEarlierSeed(concertId)));
	}

	/** Returns the SHA-256 of the seed, also if the seed cannot be opened. */
	String getCommitment(long concertId) {
		return this.pinned.find(concertId).orElseGet(() -> pinEarlierSeed(concertId)).commitment();
	}

	/**
	 * Pins the seed of a concert from before seeds were pinned: the one of its draw, or
	 * the one whose commitment was published.
	 */
	private SealedSeed pinEarlierSeed(long concertId) {
		String seed = this.records.find(concertId).map(Entry::seed).orElseGet(() -> this.cipher.deriveSeed(concertId));
		SealedSeed own = this.cipher.seal(concertId, seed);
		this.pinned.insert(own);
		return this.pinned.find(concertId).orElse(own);
	}

	/** Makes sure that a concert from before seeds were pinned keeps its seed. */
	void pinIfMissing(long concertId) {
		if (this.known.getIfPresent(concertId) == null) {
			getCommitment(concertId);
		}
	}

	/** Learns the seeds that were pinned within this time, on any instance. */
	void learnPinnedWithin(Duration age) {
		this.pinned.findPinnedWithin(age)
			.stream()
			.filter((seed) -> !isKnown(seed))
			.forEach((seed) -> this.cipher.open(seed).ifPresent((opened) -> this.known.put(seed.concertId(), opened)));
	}

	/** A restored database may have another seed than this instance has known. */
	private boolean isKnown(SealedSeed sealed) {
		String seed = this.known.getIfPresent(sealed.concertId());
		return seed != null && DrawAlgorithm.computeCommitment(seed).equals(sealed.commitment());
	}

	/**
	 * Seals the seeds of coming draws with the current key, so that a former key can go.
	 */
	void sealAgain() {
		for (SealedSeed before : this.pinned.findSealedByOtherKeys(this.cipher.currentKeyId())) {
			this.cipher.open(before)
				.ifPresent((seed) -> this.pinned.replaceSeal(before, this.cipher.seal(before.concertId(), seed)));
		}
	}

	private String learn(long concertId, SealedSeed sealed) {
		String seed = this.cipher.open(sealed)
			.orElseThrow(() -> new DataAccessResourceFailureException("The seed of the draw of concert " + concertId
					+ " is sealed with key " + sealed.keyId() + ": add this key to frontrow.accepted-token-keys"));
		this.known.put(concertId, seed);
		return seed;
	}

}
