package app.frontrow.shared.web.http;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class FormQueryStringFilterTests {

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@ParameterizedTest
	@CsvSource({ "/login, username=mina&password=secret", "/signup, password", "/me/account/password, x=1",
			"/logout, ''", "/language, _csrf=token" })
	@ProvesRule(rule = "A form is refused if its address has a query", guard = "FormQueryStringFilter",
			brokenBy = "leaving out the look at the query")
	void formWithAQueryStringIsRefused(String path, String query) throws Exception {
		assertThat(passes("POST", path, query)).isFalse();
		assertThat(this.response.getStatus()).isEqualTo(400);
	}

	@Test
	void otherRequestsPass() throws Exception {
		assertThat(passes("POST", "/login", null)).isTrue();
		assertThat(passes("GET", "/login", "error")).isTrue();
		assertThat(passes("POST", "/api/v1/sessions", "password=ignored")).isTrue();
	}

	private boolean passes(String method, String path, String query) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.setQueryString(query);
		MockFilterChain chain = new MockFilterChain();
		new FormQueryStringFilter().doFilter(request, this.response, chain);
		return chain.getRequest() != null;
	}

}
