package app.frontrow.security.account;

import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import app.frontrow.members.CredentialService;
import app.frontrow.members.Credentials;
import app.frontrow.members.PasswordRules;
import app.frontrow.security.session.MemberSessionService;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.store.RetryingTransactionExecutor;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Sets a new password for somebody who has shown a right to do so. It uses up that right
 * and all other links, and ends all log-ins.
 */
@Service
class PasswordReplacementService {

	private final CredentialService credentials;

	private final PasswordEncoder passwords;

	private final MemberSessionService sessions;

	private final PasswordResetRepository links;

	private final RetryingTransactionExecutor transactions;

	PasswordReplacementService(CredentialService credentials, PasswordEncoder passwords, MemberSessionService sessions,
			PasswordResetRepository links, RetryingTransactionExecutor transactions) {
		this.credentials = credentials;
		this.passwords = passwords;
		this.sessions = sessions;
		this.links = links;
		this.transactions = transactions;
	}

	/**
	 * Replaces the password.
	 * @param useUp uses up the right in the same transaction; false if that is too late
	 * @return false if the right was used up meanwhile; nothing has changed then
	 * @throws InvalidInputException if the password breaks a rule ({@code newPassword})
	 */
	boolean replace(Credentials known, String wanted, BooleanSupplier useUp) {
		requireAllowed(wanted, known.member().username(), known.member().displayName());
		UUID member = known.member().id();
		String hash = this.passwords.encode(wanted);
		boolean replaced = this.transactions.run(() -> {
			boolean done = useUp.getAsBoolean() && this.credentials.replacePassword(member, known.passwordHash(), hash);
			if (done) {
				this.links.deleteByMember(member);
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

	static void requireAllowed(String wanted, String... names) {
		PasswordRules.violation("newPassword", wanted, names).ifPresent((fault) -> {
			throw new InvalidInputException(List.of(fault));
		});
	}

}
