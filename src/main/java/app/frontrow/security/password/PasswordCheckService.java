package app.frontrow.security.password;

import app.frontrow.members.Member;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.TooManyRequestsException;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Service;

/**
 * Asks for the password before something that a thief of the session must not do. A try
 * obeys the limits of logging in.
 */
@Service
public class PasswordCheckService {

	private final AuthenticationManager authentications;

	public PasswordCheckService(AuthenticationManager authentications) {
		this.authentications = authentications;
	}

	/**
	 * Requires the member's password.
	 * @throws InvalidInputException if it is wrong ({@code currentPassword})
	 * @throws TooManyRequestsException if it was wrong too often
	 */
	public void require(Member member, String password) {
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

	public static InvalidInputException wrong() {
		return new InvalidInputException("currentPassword", "password-wrong");
	}

}
