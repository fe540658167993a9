package app.frontrow.waitingroom.web;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import app.frontrow.shared.Refusal;
import app.frontrow.shared.web.ApiPaths;
import app.frontrow.shared.web.ProtectiveHeaders;
import app.frontrow.waitingroom.WaitingRoom;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers the polls of the waiting room before sessions, security and controllers, since
 * a poll needs none of them: its queue token says whose place it asks for. A crowd polls
 * more than it does anything else. What is not a plain, successful poll takes the usual
 * way to {@link QueueApiController}, which answers the same.
 */
class QueuePollFilter extends OncePerRequestFilter {

	static final String PATH = ApiPaths.V1 + "/queue-tokens/current";

	private final WaitingRoom waitingRoom;

	private final JsonMapper json;

	private final Timer polls;

	QueuePollFilter(WaitingRoom waitingRoom, JsonMapper json, MeterRegistry meters) {
		this.waitingRoom = waitingRoom;
		this.json = json;
		this.polls = meters.timer("frontrow.queue.polls");
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !PATH.equals(request.getRequestURI()) || !"GET".equals(request.getMethod())
				|| !acceptsAnything(request.getHeader(HttpHeaders.ACCEPT));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		long begin = System.nanoTime();
		byte[] place;
		try {
			place = this.json
				.writeValueAsBytes(this.waitingRoom.look(request.getHeader(QueueApiController.QUEUE_TOKEN)));
		}
		catch (Refusal refusal) {
			chain.doFilter(request, response);
			return;
		}
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		ProtectiveHeaders.forbidCaching(response);
		response.setContentLength(place.length);
		response.getOutputStream().write(place);
		this.polls.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
	}

	/** The usual way reads lists of media types. */
	private static boolean acceptsAnything(String accept) {
		return accept == null || accept.equals(MediaType.ALL_VALUE) || accept.equals(MediaType.APPLICATION_JSON_VALUE);
	}

}
