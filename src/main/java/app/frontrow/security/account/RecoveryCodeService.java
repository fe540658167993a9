package app.frontrow.security.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.shared.MasterKey;
import app.frontrow.shared.store.RetryingTransactionExecutor;

import org.springframework.stereotype.Service;

/**
 * Recovery codes: each sets a new password once. A member sees them once, and only a
 * keyed hash is kept. They are random, so a slow hash would protect them no better.
 */
@Service
public class RecoveryCodeService {

	private final RecoveryCodeRepository codes;

	private final RecoveryCodeGenerator generator;

	private final RetryingTransactionExecutor transactions;

	private final RecoveryCodeHasher hasher;

	RecoveryCodeService(RecoveryCodeRepository codes, RecoveryCodeGenerator generator,
			RetryingTransactionExecutor transactions, MasterKey master) {
		this.codes = codes;
		this.generator = generator;
		this.transactions = transactions;
		this.hasher = new RecoveryCodeHasher(master, "recovery-codes");
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
	 * Finds the hash of a code that can be used.
	 * @param typed as somebody typed it
	 */
	Optional<String> findUsable(UUID memberId, String typed) {
		byte[] wanted = this.hasher.hash(memberId, typed).getBytes(StandardCharsets.US_ASCII);
		return this.codes.find(memberId)
			.stream()
			.filter((known) -> MessageDigest.isEqual(known.getBytes(StandardCharsets.US_ASCII), wanted))
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
