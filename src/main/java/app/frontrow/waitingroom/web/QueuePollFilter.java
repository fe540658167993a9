package app.frontrow.waitingroom.web;

import java.util.concurrent.TimeUnit;

import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.EarlyAnswerFilter;
import app.frontrow.waitingroom.WaitingRoomService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers polls before sessions and security, because most requests are polls when many
 * members wait. The queue token is enough to find the place. {@link QueueApiController}
 * answers the polls that are refused.
 */
class QueuePollFilter extends EarlyAnswerFilter {

	static final String PATH = ApiPaths.V1 + "/queue-tokens/current";

	private final WaitingRoomService waitingRoom;

	private final JsonMapper json;

	private final Timer polls;

	QueuePollFilter(WaitingRoomService waitingRoom, JsonMapper json, MeterRegistry meters) {
		this.waitingRoom = waitingRoom;
		this.json = json;
		this.polls = meters.timer("frontrow.queue.polls");
	}

	@Override
	protected @Nullable Answer answer(HttpServletRequest request) {
		if (!PATH.equals(request.getRequestURI())) {
			return null;
		}
		long begin = System.nanoTime();
		try {
			byte[] place = this.json
				.writeValueAsBytes(this.waitingRoom.look(request.getHeader(QueueApiController.QUEUE_TOKEN)));
			this.polls.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
			return new Answer(PATH, place);
		}
		catch (Refusal refusal) {
			return null;
		}
	}

}
