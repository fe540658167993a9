package app.frontrow.security.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.shared.KeyRing;
import app.frontrow.shared.store.RetryingTransactionExecutor;

import org.springframework.stereotype.Service;

/**
 * Recovery codes: each can be used once to set a new password. A member sees them once,
 * and only a keyed hash is kept. They are random, so a slow hash would protect them no
 * better.
 */
@Service
public class RecoveryCodeService {

	private final RecoveryCodeRepository codes;

	private final RecoveryCodeGenerator generator;

	private final RetryingTransactionExecutor transactions;

	private final RecoveryCodeHasher hasher;

	RecoveryCodeService(RecoveryCodeRepository codes, RecoveryCodeGenerator generator,
			RetryingTransactionExecutor transactions, KeyRing ring) {
		this.codes = codes;
		this.generator = generator;
		this.transactions = transactions;
		this.hasher = new RecoveryCodeHasher(ring, "recovery-codes");
	}

	/**
	 * Gives the member new codes. The former ones are worth nothing then.
	 * @return the codes, to be shown once
	 */
	public List<String> renew(UUID memberId) {
		List<String> fresh = this.generator.generate();
		List<String> hashes = fresh.stream().map((code) -> this.hasher.hash(memberId, code)).toList();
		return this.transactions.run(() -> {
			this.codes.deleteAll(memberId);
			this.codes.insert(memberId, hashes);
			return fresh;
		});
	}

	/** How many codes the member has left. */
	public int count(UUID memberId) {
		return this.codes.find(memberId).size();
	}

	/**
	 * Finds the hash of a code that can be used. A code is good as long as the settings
	 * have the key of its time, even after the end of that key.
	 * @param typed as somebody typed it
	 */
	Optional<String> findUsable(UUID memberId, String typed) {
		List<byte[]> wanted = this.hasher.hashWithAllKeys(memberId, typed)
			.stream()
			.map((hash) -> hash.getBytes(StandardCharsets.US_ASCII))
			.toList();
		return this.codes.find(memberId)
			.stream()
			.filter((known) -> wanted.stream()
				.anyMatch((hash) -> MessageDigest.isEqual(known.getBytes(StandardCharsets.US_ASCII), hash)))
			.findFirst();
	}

	/** Returns false if somebody else has used it meanwhile. */
	boolean use(UUID memberId, String hash) {
		return this.codes.delete(memberId, hash);
	}

	void erase(UUID memberId) {
		this.codes.deleteAll(memberId);
	}

}
