package app.frontrow.waitingroom.web.edge;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import app.frontrow.waitingroom.edge.PublicQueueService;
import app.frontrow.waitingroom.edge.PublicQueueState;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * The state of a queue as JSON, with its entity tag. Each state is written once.
 */
@Component
class PublicQueueJson {

	/** Whoever is on the way may keep a copy for a second. */
	static final String CACHING = "public, max-age=1";

	private static final int TAG_BYTES = 16;

	private static final int MAX_KEPT = 1_000;

	private final PublicQueueService queues;

	private final JsonMapper json;

	private final Cache<Long, Text> texts = Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

	PublicQueueJson(PublicQueueService queues, JsonMapper json) {
		this.queues = queues;
		this.json = json;
	}

	/**
	 * The state of the concert's queue.
	 */
	Text write(long concertId) {
		PublicQueueState state = this.queues.getState(concertId);
		Text known = this.texts.getIfPresent(concertId);
		if (known != null && known.state() == state) {
			return known;
		}
		byte[] written = this.json.writeValueAsBytes(state);
		Text text = new Text(state, written, tag(written));
		this.texts.put(concertId, text);
		return text;
	}

	private static String tag(byte[] written) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(written);
			return '"' + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + '"';
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/**
	 * A written state.
	 *
	 * @param tag a strong entity tag, with its quotation marks
	 */
	record Text(PublicQueueState state, byte[] json, String tag) {
	}

}
