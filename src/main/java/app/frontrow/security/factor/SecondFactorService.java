package app.frontrow.security.factor;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import app.frontrow.members.Member;
import app.frontrow.security.account.RecoveryCodeGenerator;
import app.frontrow.security.account.RecoveryCodeHasher;
import app.frontrow.security.factor.SecondFactorRepository.StoredFactor;
import app.frontrow.security.passkey.PasskeyService;
import app.frontrow.security.totp.TotpAlgorithm;
import app.frontrow.security.totp.TotpSecretCipher;
import app.frontrow.shared.KeyRing;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.limit.RateLimit;
import app.frontrow.shared.limit.RateLimitService;
import app.frontrow.shared.limit.RateLimitSettings;
import app.frontrow.shared.store.AfterTransactionExecutor;
import app.frontrow.shared.store.RetryingTransactionExecutor;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second step with a code, and changes of the factors. A code is accepted once. Each
 * change begins a new generation, so all other log-ins of the member must pass the second
 * step again.
 */
@Service
public class SecondFactorService {

	private final SecondFactorRepository factors;

	private final PasskeyService passkeys;

	private final SecondFactorAccessService access;

	private final TotpSecretCipher secrets;

	private final RecoveryCodeGenerator generator;

	private final RecoveryCodeHasher hasher;

	private final RateLimitService limits;

	private final RateLimit wrongCodes;

	private final RetryingTransactionExecutor transactions;

	private final Clock clock;

	SecondFactorService(SecondFactorRepository factors, PasskeyService passkeys, SecondFactorAccessService access,
			TotpSecretCipher secrets, RecoveryCodeGenerator generator, KeyRing ring, RateLimitService limits,
			RateLimitSettings settings, RetryingTransactionExecutor transactions, Clock clock) {
		this.factors = factors;
		this.passkeys = passkeys;
		this.access = access;
		this.secrets = secrets;
		this.generator = generator;
		this.hasher = new RecoveryCodeHasher(ring, "staff-recovery-codes");
		this.limits = limits;
		this.wrongCodes = RateLimit.growing("second-factor", settings.failedLogIns());
		this.transactions = transactions;
		this.clock = clock;
	}

	/** What the member has for the second step. */
	public SecondFactor find(UUID memberId) {
		return new SecondFactor(this.factors.find(memberId).filter((known) -> known.totpSecret() != null).isPresent(),
				this.passkeys.find(memberId), this.factors.countCodes(memberId));
	}

	/**
	 * Passes the second step.
	 * @param typed a code of the app, or a recovery code
	 * @return the log-in that has passed it
	 * @throws SecondFactorMissingException if the member has no factor
	 * @throws InvalidInputException if the code is wrong or was used before
	 * @throws TooManyRequestsException after too many wrong codes
	 */
	public Authentication verify(Authentication login, String typed) {
		UUID member = memberOf(login).id();
		StoredFactor known = this.factors.find(member)
			.filter((factor) -> find(member).isEnrolled())
			.orElseThrow(SecondFactorMissingException::new);
		limit(member, () -> this.transactions.run(() -> use(member, known, typed)));
		return this.access.pass(login, known.generation());
	}

	private boolean use(UUID member, StoredFactor known, String typed) {
		if (!TotpAlgorithm.isCode(typed)) {
			return this.hasher.hashWithAllKeys(member, typed)
				.stream()
				.anyMatch((hash) -> this.factors.useCode(member, hash));
		}
		if (known.totpSecret() == null) {
			return false;
		}
		OptionalLong step = this.secrets.decrypt(member, known.totpSecret())
			.map((secret) -> TotpAlgorithm.findStep(secret, typed, this.clock.instant()))
			.orElse(OptionalLong.empty());
		return step.isPresent() && this.factors.useStep(member, known.generation(), step.getAsLong());
	}

	/**
	 * Gives the member new recovery codes, within the caller's transaction. The former
	 * ones are worth nothing then.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<String> renewCodes(Authentication login) {
		requirePassed(login);
		if (!find(memberOf(login).id()).isEnrolled()) {
			throw new SecondFactorMissingException();
		}
		return newCodes(memberOf(login).id());
	}

	/** Takes all factors of somebody away, within the caller's transaction. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void reset(UUID memberId) {
		this.factors.advance(memberId);
		this.factors.setTotp(memberId, null, 0);
		this.factors.replaceCodes(memberId, List.of());
		this.passkeys.removeAll(memberId);
		readAfterCommit();
	}

	/**
	 * Begins a new generation for a factor that is added, within the transaction.
	 * @throws SecondFactorRequiredException if the log-in must pass the second step first
	 */
	AddedSecondFactor change(Authentication login) {
		UUID member = memberOf(login).id();
		long generation = this.factors.advance(member);
		// again, with the factors locked
		SecondFactorAccessService.requireGeneration(login, generation - 1, find(member).isEnrolled());
		readAfterCommit();
		return new AddedSecondFactor(this.access.pass(login, generation),
				(this.factors.countCodes(member) == 0) ? newCodes(member) : List.of());
	}

	/** Requires the second step of those who have a factor. */
	void requirePassed(Authentication login) {
		UUID member = memberOf(login).id();
		long generation = this.factors.find(member).map(StoredFactor::generation).orElse(0L);
		SecondFactorAccessService.requireGeneration(login, generation, find(member).isEnrolled());
	}

	void readAfterCommit() {
		AfterTransactionExecutor.runAfterCommit(this.access::read);
	}

	private List<String> newCodes(UUID member) {
		List<String> fresh = this.generator.generate();
		this.factors.replaceCodes(member, fresh.stream().map((code) -> this.hasher.hash(member, code)).toList());
		return fresh;
	}

	/** Counts a try as wrong until it was right. */
	void limit(UUID member, BooleanSupplier check) {
		this.limits.require(this.wrongCodes, member.toString());
		if (!check.getAsBoolean()) {
			throw new InvalidInputException("code", "second-factor-code");
		}
		this.limits.reset(this.wrongCodes, member.toString());
	}

	static Member memberOf(Authentication login) {
		return Member.of(login);
	}

}
