package app.frontrow.members;

import java.util.List;

import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.RetryingTransactionExecutor;
import app.frontrow.shared.TooManyRequestsException;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Changing one's password. Whoever had got hold of the old one is out at once.
 */
@Service
public class PasswordChangeService {

	private final AccountRepository accounts;

	private final AuthenticationManager authentications;

	private final PasswordEncoder passwords;

	private final MemberSessionService sessions;

	private final RetryingTransactionExecutor transactions;

	PasswordChangeService(AccountRepository accounts, AuthenticationManager authentications, PasswordEncoder passwords,
			MemberSessionService sessions, RetryingTransactionExecutor transactions) {
		this.accounts = accounts;
		this.authentications = authentications;
		this.passwords = passwords;
		this.sessions = sessions;
		this.transactions = transactions;
	}

	/**
	 * Changes the password and ends all other sessions of the member, also those of
	 * log-ins that run meanwhile. If the store of the sessions is out of reach, nothing
	 * changes.
	 * @param current the password so far; asking for it obeys the limits of logging in
	 * @param wanted the new one
	 * @param session the key of the session that goes on
	 * @return the log-in with the new password, for that session
	 * @throws InvalidInputException if the current password is wrong
	 * ({@code currentPassword}) or the new one breaks the rules ({@code newPassword})
	 * @throws TooManyRequestsException if the current password was wrong too often
	 */
	public Authentication change(Member member, String current, String wanted, String session) {
		PasswordRules.violation("newPassword", wanted, member.username(), member.displayName()).ifPresent((fault) -> {
			throw new InvalidInputException(List.of(fault));
		});
		Account account = this.accounts.findById(member.id()).orElseThrow(PasswordChangeService::wrong);
		verify(member, current);
		String hash = this.passwords.encode(wanted);
		if (!this.transactions.run(() -> replace(member, account.passwordHash(), hash, session))) {
			throw wrong();
		}
		// again, for log-ins that compared the password before the commit
		this.sessions.endOthers(member.id(), session);
		return MemberLoginService.of(member, hash);
	}

	/** Replaces the password, unless somebody else has replaced it meanwhile. */
	private boolean replace(Member member, String before, String hash, String session) {
		boolean replaced = this.accounts.changePassword(member.id(), before, hash) == 1;
		if (replaced) {
			this.sessions.endOthers(member.id(), session);
		}
		return replaced;
	}

	private static InvalidInputException wrong() {
		return new InvalidInputException("currentPassword", "password-wrong");
	}

	private void verify(Member member, String password) {
		try {
			this.authentications
				.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(member.username(), password));
		}
		catch (BadCredentialsException mistaken) {
			throw wrong();
		}
		catch (AuthenticationServiceException failure) {
			if (failure.getCause() instanceof TooManyRequestsException tooMany) {
				throw tooMany;
			}
			throw failure;
		}
	}

}
