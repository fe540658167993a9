package app.frontrow.security.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.UUID;

import app.frontrow.members.Member;
import app.frontrow.security.totp.TotpAlgorithm;
import app.frontrow.security.totp.TotpProposal;
import app.frontrow.security.totp.TotpSecretCipher;
import app.frontrow.shared.error.InvalidInputException;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds an app that makes codes, and removes it. Who has a factor must have passed the
 * second step.
 */
@Service
public class TotpFactorService {

	private final SecondFactorService factors;

	private final SecondFactorRepository stored;

	private final TotpSecretCipher secrets;

	private final Clock clock;

	TotpFactorService(SecondFactorService factors, SecondFactorRepository stored, TotpSecretCipher secrets,
			Clock clock) {
		this.factors = factors;
		this.stored = stored;
		this.secrets = secrets;
		this.clock = clock;
	}

	/**
	 * A secret for a new app. It belongs to the session, and is worth nothing before
	 * {@link #add}.
	 */
	public TotpProposal propose(Member member, String sessionId) {
		String secret = TotpAlgorithm.toBase32(this.secrets.propose(member.id(), sessionId));
		return new TotpProposal(secret,
				"otpauth://totp/Frontrow:" + URLEncoder.encode(member.username(), StandardCharsets.UTF_8) + "?secret="
						+ secret + "&issuer=Frontrow&algorithm=SHA1&digits=6&period=30");
	}

	/**
	 * Checks a code of a new app, before {@link #add}.
	 * @return what to call {@link #add} with
	 * @throws InvalidInputException if the code is wrong
	 */
	public long check(Authentication login, String sessionId, String typed) {
		this.factors.requirePassed(login);
		byte[] secret = this.secrets.propose(SecondFactorService.memberOf(login).id(), sessionId);
		OptionalLong step = TotpAlgorithm.findStep(secret, typed, this.clock.instant());
		this.factors.limit(SecondFactorService.memberOf(login).id(), step::isPresent);
		return step.getAsLong();
	}

	/**
	 * Adds an app or replaces it, within the caller's transaction.
	 * @param usedStep from {@link #check}
	 * @throws SecondFactorRequiredException if another log-in has added a factor
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public AddedSecondFactor add(Authentication login, String sessionId, long usedStep) {
		UUID member = SecondFactorService.memberOf(login).id();
		AddedSecondFactor change = this.factors.change(login);
		this.stored.setTotp(member, this.secrets.encrypt(member, this.secrets.propose(member, sessionId)), usedStep);
		return change;
	}

	/** Removes the app, within the caller's transaction. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void remove(Authentication login) {
		this.factors.requirePassed(login);
		this.stored.advance(SecondFactorService.memberOf(login).id());
		this.stored.setTotp(SecondFactorService.memberOf(login).id(), null, 0);
		this.factors.readAfterCommit();
	}

}
