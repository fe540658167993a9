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
 * Log-in for programs. An access token is the id of a session in the same store that the
 * browser's sessions live in, so it is dead the moment that session is deleted.
 */
@Service
public class AccessTokenService {

	private final AuthenticationManager authentications;

	private final SessionRepository<?> sessions;

	private final SessionExpiryPolicy terms;

	AccessTokenService(AuthenticationManager authentications, SessionRepository<?> sessions,
			SessionExpiryPolicy terms) {
		this.authentications = authentications;
		this.sessions = sessions;
		this.terms = terms;
	}

	/**
	 * Logs a member in.
	 * @param device what the member uses
	 * @throws AuthenticationException if username and password do not belong together, or
	 * did so no longer when the session was kept
	 * @throws TooManyRequestsException if they did not too often
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
	 * Ends the session of this token; nothing happens if it has ended.
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
		return new AccessToken(session.getId(), this.terms.endOf(session), (Member) authentication.getPrincipal());
	}

	/**
	 * A token and whom it stands for.
	 *
	 * @param value what the client sends as bearer token
	 * @param expiresAt when it ends if it is not used; each use moves the end, but not
	 * beyond the lifetime of a session
	 * @param member whom it stands for
	 */
	public record AccessToken(String value, Instant expiresAt, Member member) {
	}

}
