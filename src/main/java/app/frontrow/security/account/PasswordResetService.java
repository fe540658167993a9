package app.frontrow.security.account;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import app.frontrow.members.CredentialService;
import app.frontrow.members.Credentials;
import app.frontrow.members.PasswordRules;
import app.frontrow.security.session.MemberSessionService;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.limit.RateLimit;
import app.frontrow.shared.limit.RateLimitService;
import app.frontrow.shared.limit.RateLimitSettings;
import app.frontrow.shared.store.RetryingTransactionExecutor;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * A new password for somebody who has forgotten the old one. It ends all log-ins. An
 * unknown name gets the same answer as a wrong code.
 */
@Service
public class PasswordResetService {

	private final CredentialService credentials;

	private final RecoveryCodeService codes;

	private final PasswordEncoder passwords;

	private final MemberSessionService sessions;

	private final RetryingTransactionExecutor transactions;

	private final RateLimitService limits;

	private final RateLimit perAddress;

	PasswordResetService(CredentialService credentials, RecoveryCodeService codes, PasswordEncoder passwords,
			MemberSessionService sessions, RetryingTransactionExecutor transactions, RateLimitService limits,
			RateLimitSettings settings) {
		this.credentials = credentials;
		this.codes = codes;
		this.passwords = passwords;
		this.sessions = sessions;
		this.transactions = transactions;
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
		requireAllowed(wanted, username, "");
		Credentials known = this.credentials.find(username).orElse(null);
		// a name that nobody has costs the same statements
		UUID member = (known != null) ? known.member().id() : UUID.randomUUID();
		String hash = this.codes.findUsable(member, code).orElseThrow(PasswordResetService::wrongCode);
		requireAllowed(wanted, known.member().username(), known.member().displayName());
		if (!replacePassword(known, wanted, () -> this.codes.use(member, hash))) {
			throw wrongCode();
		}
	}

	/** Returns false if the right to do so was used up meanwhile. */
	private boolean replacePassword(Credentials known, String wanted, BooleanSupplier useUp) {
		UUID member = known.member().id();
		String hash = this.passwords.encode(wanted);
		boolean replaced = this.transactions.run(() -> {
			boolean done = useUp.getAsBoolean() && this.credentials.replacePassword(member, known.passwordHash(), hash);
			if (done) {
				this.sessions.endAll(member);
			}
			return done;
		});
		// again, for log-ins that compared the old password before the commit
		if (replaced) {
			this.sessions.endAll(member);
		}
		return replaced;
	}

	private static void requireAllowed(String wanted, String... names) {
		PasswordRules.violation("newPassword", wanted, names).ifPresent((fault) -> {
			throw new InvalidInputException(List.of(fault));
		});
	}

	private static InvalidInputException wrongCode() {
		return new InvalidInputException("code", "recovery-code");
	}

}
