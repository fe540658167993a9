package app.frontrow.members;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/**
 * Answers what the firewall turns away. That has not come as far as the filter that
 * writes the headers of security, and the error page, which answers it, is too late for
 * the filter.
 */
class FirewallRefusals implements RequestRejectedHandler {

	private final List<HeaderWriter> headers;

	FirewallRefusals(String contentPolicy) {
		this.headers = List.of(new XContentTypeOptionsHeaderWriter(),
				new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
				new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
				new ContentSecurityPolicyHeaderWriter(contentPolicy));
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
			throws IOException {
		this.headers.forEach((header) -> header.writeHeaders(request, response));
		response.sendError(HttpServletResponse.SC_BAD_REQUEST);
	}

}
