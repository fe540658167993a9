package app.frontrow.shared.web.problem;

import java.io.IOException;
import java.sql.SQLRecoverableException;

import jakarta.servlet.ServletException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutageFilterTests {

	private final OutageFilter filter = new OutageFilter();

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/wallet");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void outageBeforeAControllerAnswers503() throws Exception {
		this.filter.doFilter(this.request, this.response, (request, response) -> {
			response.getWriter().write("half a page");
			throw new ServletException(new SQLRecoverableException("gone"));
		});

		assertThat(this.response.getStatus()).isEqualTo(503);
		assertThat(this.response.getHeader("Retry-After")).isEqualTo("3");
		assertThat(this.response.getContentAsString()).isEmpty();
	}

	@Test
	void unreadableFormAnswers400() throws Exception {
		this.filter.doFilter(this.request, this.response, (request, response) -> {
			response.getWriter().write("half a page");
			throw new ServletException(new InvalidParameterException(new IOException("too slow"), 500));
		});

		assertThat(this.response.getStatus()).isEqualTo(400);
		assertThat(this.response.getContentAsString()).isEmpty();
	}

	@Test
	void otherFailuresAreThrown() {
		assertThatThrownBy(() -> this.filter.doFilter(this.request, this.response, (request, response) -> {
			throw new IllegalStateException("broken");
		})).isInstanceOf(IllegalStateException.class);
		assertThatThrownBy(() -> this.filter.doFilter(this.request, this.response, (request, response) -> {
			throw new IOException("client is gone");
		})).isInstanceOf(IOException.class);
	}

	@Test
	void committedAnswerIsNotChanged() {
		this.response.setCommitted(true);

		assertThatThrownBy(() -> this.filter.doFilter(this.request, this.response, (request, response) -> {
			throw new ServletException(new SQLRecoverableException("gone"));
		})).isInstanceOf(ServletException.class);
		assertThat(this.response.getStatus()).isEqualTo(200);
	}

}
