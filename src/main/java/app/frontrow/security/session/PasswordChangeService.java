package app.frontrow.security.session;

import java.util.List;

import app.frontrow.members.CredentialService;
import app.frontrow.members.Credentials;
import app.frontrow.members.Member;
import app.frontrow.members.MemberLoginService;
import app.frontrow.members.PasswordRules;
import app.frontrow.security.password.PasswordCheckService;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.store.RetryingTransactionExecutor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Changes a member's password. It ends all other sessions, so somebody who has stolen the
 * old password is logged out at once.
 */
@Service
public class PasswordChangeService {

	private static final Logger log = LoggerFactory.getLogger(PasswordChangeService.class);

	private final CredentialService credentials;

	private final PasswordCheckService checks;

	private final PasswordEncoder passwords;

	private final MemberSessionService sessions;

	private final RetryingTransactionExecutor transactions;

	PasswordChangeService(CredentialService credentials, PasswordCheckService checks, PasswordEncoder passwords,
			MemberSessionService sessions, RetryingTransactionExecutor transactions) {
		this.credentials = credentials;
		this.checks = checks;
		this.passwords = passwords;
		this.sessions = sessions;
		this.transactions = transactions;
	}

	/**
	 * Changes the password and ends all other sessions of the member, also those of
	 * log-ins that run at the same time. During an outage of Redis nothing changes.
	 * @param current the current password; wrong ones count towards the limit of log-ins
	 * @param wanted the new password
	 * @param session the key of the session that stays
	 * @return the log-in with the new password, for that session
	 * @throws InvalidInputException if the current password is wrong
	 * ({@code currentPassword}) or the new password breaks the rules
	 * ({@code newPassword})
	 * @throws TooManyRequestsException if the current password was wrong too often
	 */
	public Authentication change(Member member, String current, String wanted, String session) {
		PasswordRules.violation("newPassword", wanted, member.username(), member.displayName()).ifPresent((fault) -> {
			throw new InvalidInputException(List.of(fault));
		});
		Credentials known = this.credentials.find(member.id()).orElseThrow(PasswordCheckService::wrong);
		this.checks.require(member, current);
		String hash = this.passwords.encode(wanted);
		if (!this.transactions.run(() -> replace(member, known.passwordHash(), hash, session))) {
			throw PasswordCheckService.wrong();
		}
		endLoginsDuringChange(member, session);
		return MemberLoginService.of(member, hash);
	}

	/**
	 * Ends sessions of log-ins that compared the old password before the commit. A
	 * failure here is only logged, because the password has already changed.
	 */
	private void endLoginsDuringChange(Member member, String session) {
		try {
			this.sessions.endOthers(member.id(), session);
		}
		catch (RuntimeException failure) {
			log.error("Sessions that began while member {} changed the password could not be ended", member.id(),
					failure);
		}
	}

	/**
	 * Replaces the password, unless another request has replaced it since it was read.
	 */
	private boolean replace(Member member, String before, String hash, String session) {
		boolean replaced = this.credentials.replacePassword(member.id(), before, hash);
		if (replaced) {
			this.sessions.endOthers(member.id(), session);
		}
		return replaced;
	}

}
