package app.frontrow.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.store.StoreOutageDetector;
import app.frontrow.wallet.LedgerEntry;

import org.springframework.dao.PessimisticLockingFailureException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends the requests of one member and keeps the answers. Threads may share it.
 * <p>
 * What the store could not do in time, which the product answers with 503, has an unknown
 * outcome: at the end it is asked for again with its key, or looked up.
 */
final class RequestLog {

	/** The first answer to each key. */
	private final Map<String, Object> answers = new ConcurrentHashMap<>();

	/** Each looks up the outcome of a request that was not answered. */
	private final Queue<Runnable> unknown = new ConcurrentLinkedQueue<>();

	private final AtomicInteger acknowledged = new AtomicInteger();

	private final AtomicInteger refused = new AtomicInteger();

	private final AtomicInteger unanswered = new AtomicInteger();

	/** Asks; the same key gives the first answer, however often. */
	<T> void askWithKey(String key, Supplier<T> request, Consumer<T> told) {
		ask(request, (answer) -> {
			Object first = this.answers.putIfAbsent(key, answer);
			if (first == null) {
				told.accept(answer);
			}
			else {
				assertThat(answer).as("the same key gives the first answer").isEqualTo(first);
			}
		}, () -> askWithKey(key, request, told));
	}

	/** Asks once. If there is no answer, the outcome is looked up later. */
	<T> void ask(Supplier<T> request, Consumer<T> told, Runnable findOut) {
		T answer;
		try {
			answer = request.get();
		}
		catch (Refusal refusal) {
			this.refused.incrementAndGet();
			return;
		}
		catch (RuntimeException failure) {
			if (!StoreOutageDetector.isCauseOf(failure) && !(failure instanceof PessimisticLockingFailureException)) {
				throw failure;
			}
			this.unanswered.incrementAndGet();
			this.unknown.add(findOut);
			return;
		}
		told.accept(answer);
		this.acknowledged.incrementAndGet();
	}

	/** Looks up the outcomes of requests that were not answered. */
	void settle() {
		for (int round = 0; round < 10 && !this.unknown.isEmpty(); round++) {
			List<Runnable> open = new ArrayList<>(this.unknown);
			this.unknown.clear();
			open.forEach(Runnable::run);
		}
		assertThat(this.unknown).as("requests never answered").isEmpty();
	}

	/** The sum of all acknowledged top-ups, in won. */
	long toppedUp() {
		return this.answers.values()
			.stream()
			.mapToLong((answer) -> (answer instanceof LedgerEntry charge) ? charge.amount() : 0)
			.sum();
	}

	/** How many of the requests were acknowledged. */
	int acknowledged() {
		return this.acknowledged.get();
	}

	/** How many were refused. */
	int refused() {
		return this.refused.get();
	}

	/** How many had no answer at first. */
	int unanswered() {
		return this.unanswered.get();
	}

}
