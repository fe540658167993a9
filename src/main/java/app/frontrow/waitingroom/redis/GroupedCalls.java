package app.frontrow.waitingroom.redis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks a store for many callers at once: who asks while a call is under way goes along
 * with the next call, together with all others who came meanwhile. Who asks alone is not
 * kept waiting. Each call is made by one of those who asked.
 *
 * @param <K> what calls are about; those with different keys know nothing of each other
 * @param <Q> what one caller asks
 * @param <A> the answer to one caller
 */
class GroupedCalls<K, Q, A> {

	private final int most;

	/** The keys with a call under way, and who has asked since it began. */
	private final Map<K, Queue<Caller>> waiting = new HashMap<>();

	/**
	 * Calls for this many callers at most.
	 */
	GroupedCalls(int most) {
		this.most = most;
	}

	/**
	 * Asks, alone or together with others.
	 * @param call answers a list of questions in their order; that of another caller with
	 * the same key may be used instead
	 * @return the answer to this question
	 * @throws RuntimeException what the call throws, to everybody who went along
	 */
	A ask(K key, Q question, Function<List<Q>, List<A>> call) {
		Caller caller = new Caller(question, call);
		return begins(key, caller) ? lead(key, List.of(caller)) : caller.outcome.join().get();
	}

	private synchronized boolean begins(K key, Caller caller) {
		Queue<Caller> others = this.waiting.putIfAbsent(key, new ArrayDeque<>());
		return others == null || !others.add(caller);
	}

	/** Makes the call of the first in the group; the others are told what came of it. */
	private A lead(K key, List<Caller> group) {
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
		catch (RuntimeException failure) {
			return group.stream().<Supplier<A>>map((caller) -> () -> {
				throw failure;
			}).toList();
		}
		finally {
			passOn(key);
		}
	}

	/** The first who came meanwhile makes the next call. */
	private void passOn(K key) {
		List<Caller> next = next(key);
		if (!next.isEmpty()) {
			next.get(0).outcome.complete(() -> lead(key, next));
		}
	}

	private synchronized List<Caller> next(K key) {
		Queue<Caller> others = this.waiting.get(key);
		List<Caller> next = new ArrayList<>();
		while (!others.isEmpty() && next.size() < this.most) {
			next.add(others.remove());
		}
		if (next.isEmpty()) {
			this.waiting.remove(key);
		}
		return next;
	}

	/**
	 * Somebody who asks, and waits for an answer or for leading the next group.
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
