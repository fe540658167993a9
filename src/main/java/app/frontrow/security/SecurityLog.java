package app.frontrow.security;

import app.frontrow.members.CredentialService;
import app.frontrow.members.Member;
import app.frontrow.shared.ThrottledLogger;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.http.ClientAddressResolver;
import jakarta.servlet.http.HttpServletRequest;
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
 * Writes down who logged in, who tried to, and who was sent away from a door that is not
 * theirs: by the member's id and the visitor's address, never by what was typed, for
 * people type passwords into the wrong field. Who causes many lines gets some of them a
 * minute, and a number.
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

	/** Wrong passwords are limited by themselves; who is slowed is not. */
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

	/** Visitors are only asked to log in; whoever is sent away has done so. */
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

	/** Whose account it was, if it is anybody's. */
	private String claimed(Authentication login) {
		try {
			return this.credentials.find(login.getName())
				.map((known) -> "member " + known.member().id())
				.orElse("no account");
		}
		catch (RuntimeException outage) {
			return "an account out of reach";
		}
	}

	private static Object id(Authentication authentication) {
		return (authentication.getPrincipal() instanceof Member member) ? member.id() : "";
	}

	private static String address() {
		HttpServletRequest request = request();
		return (request != null) ? ThrottledLogger.sanitize(request.getRemoteAddr()) : "";
	}

	private static HttpServletRequest request() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? attributes.getRequest() : null;
	}

}
