package app.frontrow.security.factor;

import java.text.Normalizer;

import app.frontrow.members.Member;
import app.frontrow.security.passkey.Passkey;
import app.frontrow.security.passkey.PasskeyService;
import app.frontrow.security.passkey.PasskeySite;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.shared.text.NameRules;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passkeys as the second step. Who has a factor must have passed the second step to add
 * or remove one.
 */
@Service
public class PasskeyFactorService {

	private static final int MAX_LABEL = 60;

	private final SecondFactorService factors;

	private final SecondFactorRepository stored;

	private final SecondFactorAccessService access;

	private final PasskeyService passkeys;

	private final RetryingTransactionExecutor transactions;

	PasskeyFactorService(SecondFactorService factors, SecondFactorRepository stored, SecondFactorAccessService access,
			PasskeyService passkeys, RetryingTransactionExecutor transactions) {
		this.factors = factors;
		this.stored = stored;
		this.access = access;
		this.passkeys = passkeys;
		this.transactions = transactions;
	}

	/**
	 * What a browser needs to make a passkey, as JSON.
	 * @param challenge the session keeps it for {@link #add}
	 */
	public String describeNew(Authentication login, PasskeySite site, String challenge) {
		this.factors.requirePassed(login);
		return this.transactions.run(() -> this.passkeys.describeNew(member(login), site, challenge));
	}

	/**
	 * Adds a passkey, within the caller's transaction.
	 * @param credential the browser's answer, as JSON
	 * @throws InvalidInputException if it does not fit the challenge
	 * @throws SecondFactorRequiredException if another log-in has added a factor
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public AddedSecondFactor add(Authentication login, PasskeySite site, String challenge, String credential,
			String label) {
		AddedSecondFactor change = this.factors.change(login);
		this.passkeys.add(member(login), site, challenge, credential, toLabel(label));
		return change;
	}

	/** What a browser needs to use a passkey, as JSON. */
	public String describeUse(Authentication login, PasskeySite site, String challenge) {
		return this.passkeys.describeUse(member(login), site, challenge);
	}

	/**
	 * Passes the second step.
	 * @return the log-in that has passed it
	 * @throws InvalidInputException if the answer does not fit the challenge
	 * @throws SecondFactorMissingException if the member has no factor
	 */
	public Authentication verify(Authentication login, PasskeySite site, String challenge, String credential) {
		long generation = this.stored.find(member(login).id())
			.orElseThrow(SecondFactorMissingException::new)
			.generation();
		this.transactions.run(() -> {
			this.passkeys.check(member(login), site, challenge, credential);
			return true;
		});
		return this.access.pass(login, generation);
	}

	/**
	 * Removes a passkey, within the caller's transaction.
	 * @throws NotFoundException if the member has no such passkey
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Passkey remove(Authentication login, String id) {
		this.factors.requirePassed(login);
		this.stored.advance(member(login).id());
		this.factors.readAfterCommit();
		return this.passkeys.remove(member(login).id(), id);
	}

	/** What nobody could read becomes a name that everybody can. */
	private static String toLabel(String typed) {
		String label = NameRules.normalized(typed, MAX_LABEL, Normalizer.Form.NFC);
		return NameRules.violation("label", label).isPresent() ? "Passkey" : label;
	}

	private static Member member(Authentication login) {
		return SecondFactorService.memberOf(login);
	}

}
