package app.frontrow.security.session;

import java.util.Optional;

import app.frontrow.members.Member;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Tells whose session it is where the security filters have not been passed yet.
 */
public final class SessionMemberReader {

	static final String CONTEXT_ATTRIBUTE = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

	private SessionMemberReader() {
	}

	/**
	 * The member who is logged in, if anybody is.
	 * @param request behind the session filter
	 */
	public static Optional<Member> readMember(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? readMember(session.getAttribute(CONTEXT_ATTRIBUTE)) : Optional.empty();
	}

	/** The member of a security context as a session keeps it. */
	static Optional<Member> readMember(Object context) {
		return readLogin(context).map((login) -> (Member) login.getPrincipal());
	}

	/** The log-in of a member in a security context as a session keeps it. */
	static Optional<Authentication> readLogin(Object context) {
		Authentication login = (context instanceof SecurityContext known) ? known.getAuthentication() : null;
		return Optional.ofNullable(login).filter((known) -> known.getPrincipal() instanceof Member);
	}

}
