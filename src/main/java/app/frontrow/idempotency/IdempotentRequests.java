package app.frontrow.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import app.frontrow.idempotency.Records.Entry;
import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.Refusal;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Does the work of a request once per key, however often the request is sent. A key is
 * kept for 24 hours.
 * <p>
 * What is remembered is what the work came to: its answer, or a refusal that says
 * something about seats or money (409, or 410 for a hold). A request that never got as
 * far (bad input, not logged in, not your turn, a store out of reach) leaves its key
 * unused.
 */
@Service
public class IdempotentRequests {

	private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

	private final Records records;

	private final JsonMapper json;

	private final RetryTemplate patience = new RetryTemplate(RetryPolicy.builder()
		.includes(RequestInProgressException.class)
		.maxRetries(100)
		.delay(Duration.ofMillis(100))
		.build());

	IdempotentRequests(Records records, JsonMapper json) {
		this.records = records;
		this.json = json;
	}

	/**
	 * The answer to the request: of the work if this is the first time, otherwise the
	 * first one again.
	 * @param request what makes it the same request
	 * @param type what the work answers; it can be written as JSON and read back
	 * @param work does it, in a transaction tied to the record
	 * @throws RequestInProgressException while the first request is at work
	 * @throws KeyReusedException if the key stands for another content
	 * @throws InvalidInputException if the key is not 1 to 255 visible ASCII characters
	 * @throws Refusal as the work does, or as it did the first time
	 */
	public <T> T once(RequestKey request, Class<T> type, Function<Once<T>, T> work) {
		if (request.key() == null) {
			return work.apply(Once.unrecorded());
		}
		if (!KEY.matcher(request.key()).matches()) {
			throw new InvalidInputException("Idempotency-Key", "idempotency-key");
		}
		String owner = UUID.randomUUID().toString();
		Entry earlier = claim(request, owner);
		return (earlier != null) ? replay(earlier, type) : work(request, owner, work);
	}

	/**
	 * For people, who see only the answer to their last click: waits until the first
	 * request has its answer, and gives that.
	 * @param request sends the request, by {@link #once}
	 * @throws RequestInProgressException if the first request takes longer than ten
	 * seconds
	 */
	public <T> T settled(Supplier<T> request) {
		return this.patience.invoke(request);
	}

	/** Claims the key; answers the record of an earlier request that is done. */
	private Entry claim(RequestKey request, String owner) {
		String fingerprint = fingerprint(request.content());
		Entry entry = this.records.find(request).orElse(null);
		if (entry == null) {
			if (this.records.insert(request, fingerprint, owner)) {
				return null;
			}
			entry = this.records.find(request).orElseThrow(RequestInProgressException::new);
		}
		if (!entry.fingerprint().equals(fingerprint)) {
			throw new KeyReusedException();
		}
		if (entry.done()) {
			return entry;
		}
		if (entry.leased() || !this.records.takeOver(request, entry.owner(), owner)) {
			throw new RequestInProgressException();
		}
		return null;
	}

	private <T> T work(RequestKey request, String owner, Function<Once<T>, T> work) {
		try {
			return work.apply(new Recorded<>(request, owner));
		}
		catch (Refusal refusal) {
			settle(refusal, request, owner);
			throw refusal;
		}
		catch (RuntimeException failure) {
			releaseAfter(failure, request, owner);
			throw failure;
		}
	}

	/**
	 * Records the refusal if it is the request's answer. Whoever let the lease run out
	 * has no answer any more: another request with the key may have been answered
	 * otherwise.
	 */
	private void settle(Refusal refusal, RequestKey request, String owner) {
		if (!isFinal(refusal)) {
			this.records.release(request, owner);
			return;
		}
		String outcome = this.json
			.writeValueAsString(Map.of("refusal", refusal.code().name(), "details", refusal.details()));
		if (!this.records.finish(request, owner, outcome)) {
			throw new RequestInProgressException();
		}
	}

	private <T> T replay(Entry entry, Class<T> type) {
		Outcome outcome = this.json.readValue(entry.outcome(), Outcome.class);
		if (outcome.refusal() != null) {
			throw new RecordedRefusal(outcome.refusal(), outcome.details());
		}
		return this.json.convertValue(outcome.answer(), type);
	}

	private static boolean isFinal(Refusal refusal) {
		return (refusal.code().status() == HttpStatus.CONFLICT && refusal.code() != ErrorCode.REQUEST_IN_PROGRESS)
				|| refusal.code() == ErrorCode.HOLD_EXPIRED;
	}

	/**
	 * What did not commit can be tried again at once; what did commit is done and stays.
	 */
	private void releaseAfter(RuntimeException failure, RequestKey request, String owner) {
		try {
			this.records.release(request, owner);
		}
		catch (RuntimeException second) {
			failure.addSuppressed(second);
		}
	}

	private String fingerprint(Object content) {
		try {
			byte[] text = this.json.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private record Outcome(Object answer, ErrorCode refusal, Map<String, Object> details) {
	}

	private final class Recorded<T> implements Once<T> {

		private final RequestKey request;

		private final String owner;

		Recorded(RequestKey request, String owner) {
			this.request = request;
			this.owner = owner;
		}

		@Override
		public void begin() {
			if (!IdempotentRequests.this.records.lock(this.request, this.owner)) {
				throw new RequestInProgressException();
			}
		}

		@Override
		public T finish(T answer) {
			String outcome = IdempotentRequests.this.json.writeValueAsString(Map.of("answer", answer));
			if (!IdempotentRequests.this.records.finish(this.request, this.owner, outcome)) {
				throw new RequestInProgressException();
			}
			return answer;
		}

	}

}
