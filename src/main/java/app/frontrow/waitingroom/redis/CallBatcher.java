package app.frontrow.waitingroom.redis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes one call for many callers. Callers who arrive while a call runs share the next
 * call. A single caller does not wait. The thread of one of the callers makes the call.
 *
 * @param <K> the subject of the calls; callers with different keys share no call
 * @param <Q> the question of one caller
 * @param <A> the answer to one caller
 */
class CallBatcher<K, Q, A> {

	private final int maxBatchSize;

	/** The keys with a running call, and the callers who arrived since it began. */
	private final Map<K, Queue<Caller>> waitingCallers = new HashMap<>();

	/**
	 * Makes a batcher whose calls have at most this many callers.
	 */
	CallBatcher(int maxBatchSize) {
		this.maxBatchSize = maxBatchSize;
	}

	/**
	 * Asks a question, alone or together with other callers.
	 * @param call answers a list of questions in their order; the call of another caller
	 * with the same key may be used instead
	 * @return the answer to this question
	 * @throws RuntimeException the failure of the call; every caller of the call gets it,
	 * also if it is an {@link Error}
	 */
	A ask(K key, Q question, Function<List<Q>, List<A>> call) {
		Caller caller = new Caller(question, call);
		return startsGroup(key, caller) ? callForGroup(key, List.of(caller)) : caller.outcome.join().get();
	}

	private synchronized boolean startsGroup(K key, Caller caller) {
		Queue<Caller> others = this.waitingCallers.putIfAbsent(key, new ArrayDeque<>());
		return others == null || !others.add(caller);
	}

	/** Makes the call of the first caller, and gives the others their answers. */
	private A callForGroup(K key, List<Caller> group) {
		List<Supplier<A>> outcomes = outcomes(key, group);
		for (int i = 1; i < group.size(); i++) {
			group.get(i).outcome.complete(outcomes.get(i));
		}
		return outcomes.get(0).get();
	}

	private List<Supplier<A>> outcomes(K key, List<Caller> group) {
		try {
			List<A> answers = group.get(0).call.apply(group.stream().map((caller) -> caller.question).toList());
			return answers.stream().<Supplier<A>>map((answer) -> () -> answer).toList();
		}
		catch (RuntimeException | Error failure) {
			return group.stream().<Supplier<A>>map((caller) -> () -> {
				throw failure;
			}).toList();
		}
		finally {
			startNextGroup(key);
		}
	}

	/** Lets the first waiting caller make the next call. */
	private void startNextGroup(K key) {
		List<Caller> next = next(key);
		if (!next.isEmpty()) {
			next.get(0).outcome.complete(() -> callForGroup(key, next));
		}
	}

	private synchronized List<Caller> next(K key) {
		Queue<Caller> others = Objects.requireNonNull(this.waitingCallers.get(key));
		List<Caller> next = new ArrayList<>();
		while (!others.isEmpty() && next.size() < this.maxBatchSize) {
			next.add(others.remove());
		}
		if (next.isEmpty()) {
			this.waitingCallers.remove(key);
		}
		return next;
	}

	/**
	 * A caller, who waits for an answer or makes the call of the next group.
	 */
	private final class Caller {

		private final Q question;

		private final Function<List<Q>, List<A>> call;

		private final CompletableFuture<Supplier<A>> outcome = new CompletableFuture<>();

		Caller(Q question, Function<List<Q>, List<A>> call) {
			this.question = question;
			this.call = call;
		}

	}

}
