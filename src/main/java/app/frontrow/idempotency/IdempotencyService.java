package app.frontrow.idempotency;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import app.frontrow.idempotency.IdempotencyRecordRepository.Entry;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.store.RetryingTransactionExecutor;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;

/**
 * Runs the operation of a request once per key, however often the request is sent. A key
 * is kept for 24 hours.
 * <p>
 * The answer is recorded in the operation's transaction. So a rollback leaves the key
 * unused, and after a commit the answer is recorded. A final refusal is recorded too.
 * After any other refusal or an outage of a store the key is unused.
 * <p>
 * The recorded answer is read only if the work was refused or the key has a record
 * already. So a request that is sent only once needs no additional statement.
 */
@Service
public class IdempotencyService {

	private final IdempotencyRecordRepository records;

	private final OperationTransaction transaction;

	private final RetryingTransactionExecutor transactions;

	private final OutcomeCodec outcomes;

	/** The requests that this instance is working on, with their fingerprints. */
	private final ConcurrentMap<Id, String> inProgress = new ConcurrentHashMap<>();

	private final RetryTemplate waitForResult = new RetryTemplate(RetryPolicy.builder()
		.includes(RequestInProgressException.class)
		.maxRetries(100)
		.delay(Duration.ofMillis(100))
		.build());

	IdempotencyService(IdempotencyRecordRepository records, OperationTransaction transaction,
			RetryingTransactionExecutor transactions, OutcomeCodec outcomes) {
		this.records = records;
		this.transaction = transaction;
		this.transactions = transactions;
		this.outcomes = outcomes;
	}

	/**
	 * Runs the operation if this is the first request with its key. Otherwise it returns
	 * the recorded answer.
	 * @param request the member, endpoint, key and content of the request
	 * @param type the type of the answer
	 * @param operation the operation; it runs in its own transaction
	 * @throws RequestInProgressException while the first request is running
	 * @throws IdempotencyKeyReusedException if the key was used for another content
	 * @throws Refusal the refusal of the operation, or the recorded one
	 */
	public <T> T run(IdempotentRequest request, Class<T> type, IdempotentOperation<T> operation) {
		if (request.key() == null) {
			return runWithoutKey(operation);
		}
		Id id = new Id(request.memberId(), request.endpoint(), request.key());
		String fingerprint = this.outcomes.fingerprint(request.content());
		String running = this.inProgress.putIfAbsent(id, fingerprint);
		if (running != null) {
			// the running request may itself be a repeated one, so look for a record
			// first
			return replay(request, fingerprint, type, running.equals(fingerprint) ? new RequestInProgressException()
					: new IdempotencyKeyReusedException());
		}
		try {
			return attempt(operation, (answer) -> this.records.insert(request,
					new Entry(fingerprint, this.outcomes.writeAnswer(answer))));
		}
		catch (IdempotencyKeyTakenException | IdempotencyKeyLockedException used) {
			return replay(request, fingerprint, type, new RequestInProgressException());
		}
		catch (PessimisticLockingFailureException locked) {
			// another instance may have been working on the same request
			return replay(request, fingerprint, type, locked);
		}
		catch (Refusal refusal) {
			recordIfFinal(refusal, operation, request, fingerprint);
			return replay(request, fingerprint, type, refusal);
		}
		finally {
			this.inProgress.remove(id);
		}
	}

	/**
	 * Waits until the first request with the key has its answer, and returns it. Pages
	 * use this, because a person who clicks twice sees only the answer to the last click.
	 * @param request calls {@link #run}; it is repeated while the first request runs
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
	 * Returns the recorded answer to the request, or throws the recorded refusal.
	 * @throws RuntimeException {@code otherwise}, if nothing is recorded
	 */
	private <T> T replay(IdempotentRequest request, String fingerprint, Class<T> type, RuntimeException otherwise) {
		Entry entry = this.records.find(request).orElseThrow(() -> otherwise);
		if (!entry.fingerprint().equals(fingerprint)) {
			throw new IdempotencyKeyReusedException();
		}
		return this.outcomes.read(entry.outcome(), type);
	}

	/**
	 * Records a final refusal and throws it. Returns if the refusal is not final or the
	 * key has a record already.
	 */
	private void recordIfFinal(Refusal refusal, IdempotentOperation<?> operation, IdempotentRequest request,
			String fingerprint) {
		if (!refusal.isFinal()) {
			return;
		}
		try {
			throw settle(refusal, operation, (answer) -> this.records.insert(request,
					new Entry(fingerprint, this.outcomes.writeRefusal(answer))));
		}
		catch (IdempotencyKeyTakenException taken) {
			// another request has recorded its answer first, so that answer is returned
		}
		catch (IdempotencyKeyLockedException locked) {
			throw new RequestInProgressException();
		}
	}

	/**
	 * Commits the part of the work that stays after a refusal, and the record of the
	 * refusal, in one transaction.
	 */
	private Refusal settle(Refusal refusal, IdempotentOperation<?> operation, Consumer<Refusal> recorder) {
		return this.transactions.run(() -> {
			Refusal answer = operation.standsAfterRefusal()
					? RecordedRefusal.of(refusal, operation.executeAfterRefusal()) : refusal;
			recorder.accept(answer);
			return answer;
		});
	}

	private <T> T runWithoutKey(IdempotentOperation<T> operation) {
		try {
			return attempt(operation, (answer) -> {
			});
		}
		catch (Refusal refusal) {
			if (!refusal.isFinal() || !operation.standsAfterRefusal()) {
				throw refusal;
			}
			throw settle(refusal, operation, (answer) -> {
			});
		}
	}

	private record Id(UUID memberId, String endpoint, String key) {
	}

}
