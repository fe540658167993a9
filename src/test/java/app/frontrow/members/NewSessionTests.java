package app.frontrow.members;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

import static org.assertj.core.api.Assertions.assertThat;

class NewSessionTests {

	@Test
	void aLogInBeginsASessionOfItsOwnAndEndsTheOneBefore() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
		MockHttpSession planted = new MockHttpSession(null, "planted");
		planted.setAttribute("left", "over");
		request.setSession(planted);

		new NewSession().onAuthentication(null, request, new MockHttpServletResponse());

		assertThat(planted.isInvalid()).isTrue();
		assertThat(request.getSession().getId()).isNotEqualTo("planted");
		assertThat(request.getSession().getAttribute("left")).isNull();
		assertThat(request.getSession().getAttribute("device")).isInstanceOf(Device.class);
	}

}
