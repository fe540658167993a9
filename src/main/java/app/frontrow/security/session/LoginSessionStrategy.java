package app.frontrow.security.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Every log-in of a browser begins a session with an id of its own, and ends the one that
 * the browser had, whoever's it was: an id that somebody else knows or has planted is
 * worth nothing.
 */
public class LoginSessionStrategy implements SessionAuthenticationStrategy {

	public LoginSessionStrategy() {
	}

	/**
	 * Begins a session for a browser that is about to be logged in.
	 */
	public void begin(HttpServletRequest request) {
		HttpSession old = request.getSession(false);
		if (old != null) {
			old.invalidate();
		}
		request.getSession(true).setAttribute(Device.ATTRIBUTE, Device.of(request));
	}

	/**
	 * Lets the browser's session go on under a new id with the log-in that has the new
	 * password.
	 */
	public void renew(HttpServletRequest request, Authentication login) {
		request.getSession().setAttribute(SessionMemberReader.CONTEXT_ATTRIBUTE, new SecurityContextImpl(login));
		request.changeSessionId();
	}

	@Override
	public void onAuthentication(Authentication login, HttpServletRequest request, HttpServletResponse response) {
		begin(request);
	}

}
