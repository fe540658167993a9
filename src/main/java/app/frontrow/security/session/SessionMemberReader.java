package app.frontrow.security.session;

import java.util.Optional;

import app.frontrow.members.Member;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Reads the member of a session, for filters that run before Spring Security.
 */
public final class SessionMemberReader {

	static final String CONTEXT_ATTRIBUTE = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

	private SessionMemberReader() {
	}

	/**
	 * Returns the member who is logged in, if there is one.
	 * @param request a request after the session filter
	 */
	public static Optional<Member> readMember(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? readMember(session.getAttribute(CONTEXT_ATTRIBUTE)) : Optional.empty();
	}

	/** Returns the member of a security context from a session. */
	static Optional<Member> readMember(@Nullable Object context) {
		return readLogin(context).map(Member::of);
	}

	/** Returns the log-in of a security context from a session, if it is a member's. */
	static Optional<Authentication> readLogin(@Nullable Object context) {
		Authentication login = (context instanceof SecurityContext known) ? known.getAuthentication() : null;
		return Optional.ofNullable(login).filter((known) -> known.getPrincipal() instanceof Member);
	}

}
