package app.frontrow.security.session;

import java.util.List;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextImpl;

import static org.assertj.core.api.Assertions.assertThat;

class LoginSessionStrategyTests {

	@Test
	@ProvesRule(rule = "A log-in ends the browser's session and begins a new one", guard = "LoginSessionStrategy.begin",
			brokenBy = "leaving out invalidate")
	void logInStartsANewSessionAndEndsTheOldOne() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
		MockHttpSession planted = new MockHttpSession(null, "planted");
		planted.setAttribute("left", "over");
		request.setSession(planted);

		new LoginSessionStrategy().onAuthentication(null, request, new MockHttpServletResponse());

		assertThat(planted.isInvalid()).isTrue();
		assertThat(request.getSession().getId()).isNotEqualTo("planted");
		assertThat(request.getSession().getAttribute("left")).isNull();
		assertThat(request.getSession().getAttribute("device")).isInstanceOf(Device.class);
	}

	@Test
	@ProvesRule(rule = "A session has a new id after a change of the password", guard = "LoginSessionStrategy.renew",
			brokenBy = "leaving out changeSessionId")
	void renewedSessionHasANewIdAndTheNewLogIn() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/me/account/password");
		request.setSession(new MockHttpSession(null, "before"));
		Authentication login = UsernamePasswordAuthenticationToken.authenticated("mina", null, List.of());

		new LoginSessionStrategy().renew(request, login);

		assertThat(request.getSession().getId()).isNotEqualTo("before");
		assertThat(request.getSession().getAttribute("SPRING_SECURITY_CONTEXT"))
			.isEqualTo(new SecurityContextImpl(login));
	}

}
