package app.frontrow.waitingroom.web.edge;

import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.EarlyAnswerFilter;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/**
 * Answers the state of a queue before sessions and security, because the answer is the
 * same for everybody. {@link PublicQueueApiController} answers what is refused.
 */
class PublicQueueFilter extends EarlyAnswerFilter {

	static final String CONCERTS = ApiPaths.V1 + "/concerts/";

	private static final String QUEUE = "/queue";

	private final PublicQueueJson states;

	PublicQueueFilter(PublicQueueJson states) {
		this.states = states;
	}

	@Override
	protected @Nullable Answer answer(HttpServletRequest request) {
		String path = request.getRequestURI();
		if (!path.startsWith(CONCERTS) || !path.endsWith(QUEUE)
				|| path.length() <= CONCERTS.length() + QUEUE.length()) {
			return null;
		}
		long id = parseWholeNumber(path.substring(CONCERTS.length(), path.length() - QUEUE.length()));
		return (id >= 0) ? answer(id) : null;
	}

	private @Nullable Answer answer(long concertId) {
		try {
			PublicQueueJson.Text text = this.states.write(concertId);
			return new Answer(CONCERTS + "{id}" + QUEUE, text.json(), text.tag(), PublicQueueJson.CACHING);
		}
		catch (Refusal | DataAccessException refusal) {
			return null;
		}
	}

}
