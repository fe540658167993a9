package app.frontrow.members;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Tells whose session it is where the security filters have not been passed yet.
 */
public final class SessionMember {

	static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

	private SessionMember() {
	}

	/**
	 * The member who is logged in, if anybody is.
	 * @param request behind the session filter
	 */
	public static Optional<Member> of(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? of(session.getAttribute(CONTEXT)) : Optional.empty();
	}

	/** The member of a security context as a session keeps it. */
	static Optional<Member> of(Object context) {
		return login(context).map((login) -> (Member) login.getPrincipal());
	}

	/** The log-in of a member in a security context as a session keeps it. */
	static Optional<Authentication> login(Object context) {
		Authentication login = (context instanceof SecurityContext known) ? known.getAuthentication() : null;
		return Optional.ofNullable(login).filter((known) -> known.getPrincipal() instanceof Member);
	}

}
