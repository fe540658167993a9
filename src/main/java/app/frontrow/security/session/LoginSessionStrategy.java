package app.frontrow.security.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Starts a new session with a new id for each log-in of a browser, and ends the browser's
 * old session. So an attacker cannot use an id that was known or planted before the
 * log-in.
 */
public class LoginSessionStrategy implements SessionAuthenticationStrategy {

	public LoginSessionStrategy() {
	}

	/**
	 * Starts a session for a browser that is about to log in.
	 */
	public void begin(HttpServletRequest request) {
		HttpSession old = request.getSession(false);
		if (old != null) {
			old.invalidate();
		}
		request.getSession(true).setAttribute(Device.ATTRIBUTE, Device.of(request));
	}

	/**
	 * Gives the browser's session a new id and the log-in with the new password.
	 */
	public void renew(HttpServletRequest request, Authentication login) {
		request.getSession().setAttribute(SessionMemberReader.CONTEXT_ATTRIBUTE, new SecurityContextImpl(login));
		request.changeSessionId();
	}

	/**
	 * Keeps a log-in in the session that it belongs to. The access token of a program
	 * stays the same.
	 */
	public static void update(HttpServletRequest request, Authentication login) {
		request.getSession(false).setAttribute(SessionMemberReader.CONTEXT_ATTRIBUTE, new SecurityContextImpl(login));
	}

	@Override
	public void onAuthentication(Authentication login, HttpServletRequest request, HttpServletResponse response) {
		begin(request);
	}

}
