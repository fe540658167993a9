package app.frontrow.security.account;

import java.time.Duration;
import java.util.UUID;

import app.frontrow.members.CredentialService;
import app.frontrow.members.Credentials;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.limit.RateLimit;
import app.frontrow.shared.limit.RateLimitService;
import app.frontrow.shared.limit.RateLimitSettings;

import org.springframework.stereotype.Service;

/**
 * A new password by a recovery code. An unknown name gets the same answer as a wrong
 * code.
 */
@Service
public class PasswordResetService {

	private final CredentialService credentials;

	private final RecoveryCodeService codes;

	private final PasswordReplacementService replacements;

	private final RateLimitService limits;

	private final RateLimit perAddress;

	PasswordResetService(CredentialService credentials, RecoveryCodeService codes,
			PasswordReplacementService replacements, RateLimitService limits, RateLimitSettings settings) {
		this.credentials = credentials;
		this.codes = codes;
		this.replacements = replacements;
		this.limits = limits;
		this.perAddress = RateLimit.steady("reset", settings.failedLogIns(), Duration.ofHours(1));
	}

	/**
	 * Sets a new password by a recovery code, which is used up then.
	 * @param username as somebody typed it
	 * @param code as somebody typed it
	 * @param wanted the new password
	 * @param address from where
	 * @throws InvalidInputException if name and code do not belong together
	 * ({@code code}) or the password breaks a rule ({@code newPassword}); nothing has
	 * changed then
	 * @throws TooManyRequestsException if there were too many tries from this address
	 */
	public void resetByCode(String username, String code, String wanted, String address) {
		this.limits.require(this.perAddress, address);
		PasswordReplacementService.requireAllowed(wanted, username, "");
		Credentials known = this.credentials.find(username).orElse(null);
		// a name that nobody has costs the same statements
		UUID member = (known != null) ? known.member().id() : UUID.randomUUID();
		String hash = this.codes.findUsable(member, code).orElseThrow(PasswordResetService::wrongCode);
		if (known == null || !this.replacements.replace(known, wanted, () -> this.codes.use(member, hash))) {
			throw wrongCode();
		}
	}

	private static InvalidInputException wrongCode() {
		return new InvalidInputException("code", "recovery-code");
	}

}
