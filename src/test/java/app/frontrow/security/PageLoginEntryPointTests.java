package app.frontrow.security;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.InsufficientAuthenticationException;

import static org.assertj.core.api.Assertions.assertThat;

class PageLoginEntryPointTests {

	private final PageLoginEntryPoint entryPoint = new PageLoginEntryPoint("/login");

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/wallet");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void pageRedirectsToTheLogIn() throws Exception {
		commence();

		assertThat(this.response.getRedirectedUrl()).isEqualTo("/login");
	}

	@Test
	void fragmentRedirectsTheWholePage() throws Exception {
		this.request.addHeader("HX-Request", "true");

		commence();

		assertThat(this.response.getStatus()).isEqualTo(401);
		assertThat(this.response.getHeader("HX-Redirect")).isEqualTo("/login");
		assertThat(this.response.getRedirectedUrl()).isNull();
	}

	private void commence() throws Exception {
		this.entryPoint.commence(this.request, this.response, new InsufficientAuthenticationException("no"));
	}

}
