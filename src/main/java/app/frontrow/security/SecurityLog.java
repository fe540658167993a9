package app.frontrow.security;

import app.frontrow.members.CredentialService;
import app.frontrow.members.Member;
import app.frontrow.shared.ThrottledLogger;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.http.ClientAddressResolver;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Logs log-ins, refused log-ins and denied requests, with the member's id and the
 * visitor's address. It never logs what a visitor entered, because people enter passwords
 * into the wrong field. A visitor who causes many lines gets a few of them per minute and
 * the number of the others.
 */
@Component
class SecurityLog {

	private static final Logger log = LoggerFactory.getLogger(SecurityLog.class);

	private static final int LINES_A_MINUTE = 10;

	private final ThrottledLogger lines = new ThrottledLogger(log, LINES_A_MINUTE);

	private final CredentialService credentials;

	SecurityLog(CredentialService credentials) {
		this.credentials = credentials;
	}

	@EventListener
	void logSuccess(AuthenticationSuccessEvent event) {
		log.info("Log-in of member {} from {}", id(event.getAuthentication()), address());
	}

	/**
	 * Logs a refused log-in. The number of wrong passwords is limited elsewhere, so only
	 * the lines about slowed log-ins are throttled here.
	 */
	@EventListener
	void logFailure(AbstractAuthenticationFailureEvent event) {
		if (event.getException().getCause() instanceof TooManyRequestsException) {
			this.lines.write("Log-in slowed from " + ClientAddressResolver.resolveCurrent(),
					(lines) -> lines.warn("Log-in slowed from {}", address()));
			return;
		}
		log.warn("Log-in refused ({}) for {} from {}", event.getException().getClass().getSimpleName(),
				claimed(event.getAuthentication()), address());
	}

	/**
	 * Logs a denied request of a member. A visitor without a log-in is only sent to the
	 * log-in page, so that is not logged.
	 */
	@EventListener
	void logDenial(AuthorizationDeniedEvent<?> event) {
		Authentication authentication = event.getAuthentication().get();
		if (authentication != null && authentication.getPrincipal() instanceof Member member) {
			HttpServletRequest request = request();
			this.lines.write("Denied to member " + member.id(),
					(lines) -> lines.warn("Denied to member {} from {}: {}", member.id(), address(), (request != null)
							? ThrottledLogger.sanitize(request.getMethod() + " " + request.getRequestURI()) : ""));
		}
	}

	/** Describes the account of the entered username, if it exists. */
	private String claimed(Authentication login) {
		try {
			return this.credentials.find(login.getName())
				.map((known) -> "member " + known.member().id())
				.orElse("no account");
		}
		catch (RuntimeException outage) {
			return "an account that could not be read";
		}
	}

	private static Object id(Authentication authentication) {
		return (authentication.getPrincipal() instanceof Member member) ? member.id() : "";
	}

	private static String address() {
		HttpServletRequest request = request();
		return (request != null) ? ThrottledLogger.sanitize(request.getRemoteAddr()) : "";
	}

	private static @Nullable HttpServletRequest request() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? attributes.getRequest() : null;
	}

}
