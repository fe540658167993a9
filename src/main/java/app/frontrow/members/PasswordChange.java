package app.frontrow.members;

import java.util.List;

import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.TooManyRequestsException;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Changing one's password. Whoever had got hold of the old one is out at once.
 */
@Service
public class PasswordChange {

	private final Accounts accounts;

	private final AuthenticationManager authentications;

	private final PasswordEncoder passwords;

	private final MemberSessions sessions;

	PasswordChange(Accounts accounts, AuthenticationManager authentications, PasswordEncoder passwords,
			MemberSessions sessions) {
		this.accounts = accounts;
		this.authentications = authentications;
		this.passwords = passwords;
		this.sessions = sessions;
	}

	/**
	 * Changes the password and ends all other sessions of the member.
	 * @param current the password so far; asking for it obeys the limits of logging in
	 * @param wanted the new one
	 * @param session the key of the session that goes on
	 * @throws InvalidInputException if the current password is wrong
	 * ({@code currentPassword}) or the new one breaks the rules ({@code newPassword})
	 * @throws TooManyRequestsException if the current password was wrong too often
	 */
	public void change(Member member, String current, String wanted, String session) {
		PasswordRules.violation("newPassword", wanted, member.username(), member.displayName()).ifPresent((fault) -> {
			throw new InvalidInputException(List.of(fault));
		});
		verify(member, current);
		this.accounts.changePassword(member.id(), this.passwords.encode(wanted));
		this.sessions.endOthers(member.id(), session);
	}

	private void verify(Member member, String password) {
		try {
			this.authentications
				.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(member.username(), password));
		}
		catch (BadCredentialsException wrong) {
			throw new InvalidInputException("currentPassword", "password-wrong");
		}
		catch (AuthenticationServiceException failure) {
			if (failure.getCause() instanceof TooManyRequestsException tooMany) {
				throw tooMany;
			}
			throw failure;
		}
	}

}
