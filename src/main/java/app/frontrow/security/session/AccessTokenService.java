package app.frontrow.security.session;

import java.time.Instant;

import app.frontrow.members.Member;
import app.frontrow.shared.error.TooManyRequestsException;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Service;

/**
 * Log-in for programs. An access token is the id of a session in Redis, like the session
 * of a browser. So it is invalid as soon as that session is deleted.
 */
@Service
public class AccessTokenService {

	private final AuthenticationManager authentications;

	private final SessionRepository<?> sessions;

	private final SessionExpiryPolicy expiryPolicy;

	AccessTokenService(AuthenticationManager authentications, SessionRepository<?> sessions,
			SessionExpiryPolicy expiryPolicy) {
		this.authentications = authentications;
		this.sessions = sessions;
		this.expiryPolicy = expiryPolicy;
	}

	/**
	 * Logs a member in.
	 * @param device the program that logs in
	 * @throws AuthenticationException if the username does not exist or the password is
	 * wrong, also if the password was changed before the session was stored
	 * @throws TooManyRequestsException after too many wrong passwords
	 */
	public AccessToken issue(String username, String password, Device device) {
		return store(this.sessions, authenticate(username, password), device);
	}

	private Authentication authenticate(String username, String password) {
		try {
			return this.authentications
				.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password));
		}
		catch (AuthenticationServiceException failure) {
			if (failure.getCause() instanceof TooManyRequestsException tooMany) {
				throw tooMany;
			}
			throw failure;
		}
	}

	/**
	 * Ends the session of this token, if it has not ended already.
	 */
	public void revoke(String token) {
		this.sessions.deleteById(token);
	}

	private <S extends Session> AccessToken store(SessionRepository<S> repository, Authentication authentication,
			Device device) {
		S session = repository.createSession();
		session.setAttribute(Device.ATTRIBUTE, device);
		session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
				new SecurityContextImpl(authentication));
		repository.save(session);
		if (repository.findById(session.getId()) == null) {
			throw new BadCredentialsException("The password changed during the log-in");
		}
		return new AccessToken(session.getId(), this.expiryPolicy.endOf(session), Member.of(authentication));
	}

	/**
	 * An access token and its member.
	 *
	 * @param value the text that the client sends as bearer token
	 * @param expiresAt when the token expires if it is not used; each use moves this
	 * time, up to the lifetime of a session
	 * @param member the member who has logged in
	 */
	public record AccessToken(String value, Instant expiresAt, Member member) {
	}

}
