package app.frontrow.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import app.frontrow.idempotency.IdempotencyRecordRepository.Entry;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.ErrorCodes;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;

/**
 * Runs the operation of a request once per key, however often the request is sent. A key
 * is kept for 24 hours.
 * <p>
 * The record of the answer is part of the operation's transaction: a rollback leaves the
 * key unused, and a commit has recorded the answer. A refusal that is final is recorded
 * too. Any other refusal, and a store that is down, leave the key unused.
 * <p>
 * The first answer is looked for only when the work was refused, or when its record was
 * there already. So a request that is sent once does not pay for those sent twice.
 */
@Service
public class IdempotencyService {

	private final IdempotencyRecordRepository records;

	private final OperationTransaction transaction;

	private final RetryingTransactionExecutor transactions;

	private final JsonMapper json;

	/** The requests that this instance is working on, with their fingerprints. */
	private final ConcurrentMap<Id, String> inProgress = new ConcurrentHashMap<>();

	private final RetryTemplate waitForResult = new RetryTemplate(RetryPolicy.builder()
		.includes(RequestInProgressException.class)
		.maxRetries(100)
		.delay(Duration.ofMillis(100))
		.build());

	IdempotencyService(IdempotencyRecordRepository records, OperationTransaction transaction,
			RetryingTransactionExecutor transactions, JsonMapper json) {
		this.records = records;
		this.transaction = transaction;
		this.transactions = transactions;
		this.json = json;
	}

	/**
	 * Runs the operation if this is the first request with its key. Otherwise repeats the
	 * first answer.
	 * @param request what makes it the same request
	 * @param type of the answer
	 * @param operation runs in a transaction of its own
	 * @throws RequestInProgressException while the first request is running
	 * @throws IdempotencyKeyReusedException if the key stands for another content
	 * @throws Refusal as the operation does, or as it did the first time
	 */
	public <T> T run(IdempotentRequest request, Class<T> type, IdempotentOperation<T> operation) {
		if (request.key() == null) {
			return attempt(operation, (answer) -> {
			});
		}
		Id id = new Id(request.memberId(), request.endpoint(), request.key());
		String fingerprint = fingerprint(request.content());
		String running = this.inProgress.putIfAbsent(id, fingerprint);
		if (running != null) {
			// it may be one that is itself sent again
			return replay(request, fingerprint, type, running.equals(fingerprint) ? new RequestInProgressException()
					: new IdempotencyKeyReusedException());
		}
		try {
			return attempt(operation,
					(answer) -> this.records.insert(request, new Entry(fingerprint, toJson(Map.of("answer", answer)))));
		}
		catch (IdempotencyKeyTakenException | IdempotencyKeyLockedException used) {
			return replay(request, fingerprint, type, new RequestInProgressException());
		}
		catch (PessimisticLockingFailureException locked) {
			// another instance may have been working on the same request
			return replay(request, fingerprint, type, locked);
		}
		catch (Refusal refusal) {
			if (refusal.isFinal() && recordRefusal(refusal, request, fingerprint)) {
				throw refusal;
			}
			return replay(request, fingerprint, type, refusal);
		}
		finally {
			this.inProgress.remove(id);
		}
	}

	/**
	 * For people, who see only the answer to their last click: waits until the first
	 * request has its answer, and gives that.
	 * @param request sends the request, by {@link #run}
	 * @throws RequestInProgressException if the first request takes longer than ten
	 * seconds
	 */
	public <T> T awaitResult(Supplier<T> request) {
		return this.waitForResult.invoke(request);
	}

	private <T> T attempt(IdempotentOperation<T> operation, Consumer<T> recorder) {
		T answer;
		try (operation) {
			operation.check();
			answer = this.transaction.run(operation, recorder);
		}
		operation.afterCommit(answer);
		return answer;
	}

	/**
	 * The first answer to the request.
	 * @throws RuntimeException the one given, if there is none
	 */
	private <T> T replay(IdempotentRequest request, String fingerprint, Class<T> type, RuntimeException otherwise) {
		Entry entry = this.records.find(request).orElseThrow(() -> otherwise);
		if (!entry.fingerprint().equals(fingerprint)) {
			throw new IdempotencyKeyReusedException();
		}
		Outcome outcome = this.json.readValue(entry.outcome(), Outcome.class);
		if (outcome.refusal() != null) {
			throw new RecordedRefusal(code(outcome.refusal()), outcome.details());
		}
		return this.json.convertValue(outcome.answer(), type);
	}

	/** Records the refusal; false if the key has a record already. */
	private boolean recordRefusal(Refusal refusal, IdempotentRequest request, String fingerprint) {
		Entry entry = new Entry(fingerprint,
				toJson(Map.of("refusal", refusal.code().code(), "details", refusal.details())));
		try {
			this.transactions.run(() -> {
				this.records.insert(request, entry);
				return null;
			});
			return true;
		}
		catch (IdempotencyKeyTakenException taken) {
			return false;
		}
		catch (IdempotencyKeyLockedException locked) {
			throw new RequestInProgressException();
		}
	}

	/** Older versions have written the code in capitals. */
	private static ErrorCode code(String recorded) {
		return ErrorCodes.of(recorded.toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	private String toJson(Map<String, ?> outcome) {
		return this.json.writeValueAsString(outcome);
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

	private record Outcome(Object answer, String refusal, Map<String, Object> details) {
	}

	private record Id(UUID memberId, String endpoint, String key) {
	}

}
