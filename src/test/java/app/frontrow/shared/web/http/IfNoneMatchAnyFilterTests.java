package app.frontrow.shared.web.http;

import java.util.List;

import app.frontrow.rules.ProvesRule;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class IfNoneMatchAnyFilterTests {

	private final IfNoneMatchAnyFilter filter = new IfNoneMatchAnyFilter();

	@Test
	void answerWithATagIsNotSentAgain() throws Exception {
		for (String method : List.of("GET", "HEAD")) {
			MockHttpServletResponse answer = ask(method, "*", 200, "W/\"7\"");

			assertThat(answer.getStatus()).isEqualTo(304);
			assertThat(answer.getHeader("ETag")).isEqualTo("W/\"7\"");
			assertThat(answer.getContentAsByteArray()).isEmpty();
		}
	}

	@Test
	@ProvesRule(rule = "A request with If-None-Match: * gets the answer if that has no tag",
			guard = "IfNoneMatchAnyFilter.doFilterInternal", brokenBy = "leaving out ETAG")
	void otherAnswersAreSent() throws Exception {
		assertSent(ask("GET", "*", 200, null), 200);
		assertSent(ask("GET", "*", 404, "\"7\""), 404);
		assertSent(ask("GET", null, 200, "\"7\""), 200);
		assertSent(ask("GET", "\"*\"", 200, "\"7\""), 200);
		assertSent(ask("POST", "*", 200, "\"7\""), 200);
	}

	private static void assertSent(MockHttpServletResponse answer, int status) throws Exception {
		assertThat(answer.getStatus()).isEqualTo(status);
		assertThat(answer.getContentAsString()).isEqualTo("seats");
	}

	private MockHttpServletResponse ask(String method, String known, int status, String tag) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest(method, "/seats");
		if (known != null) {
			request.addHeader("If-None-Match", known);
		}
		MockHttpServletResponse answer = new MockHttpServletResponse();
		this.filter.doFilter(request, answer, (asked, response) -> {
			HttpServletResponse given = (HttpServletResponse) response;
			given.setStatus(status);
			if (tag != null) {
				given.setHeader("ETag", tag);
			}
			given.getOutputStream().print("seats");
		});
		return answer;
	}

}
