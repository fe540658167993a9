package app.frontrow.waitingroom.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class CallBatcherTests {

	private static final int MOST = 8;

	private final ExecutorService callers = Executors.newCachedThreadPool();

	private final CallBatcher<String, Integer, String> grouped = new CallBatcher<>(MOST);

	/** The questions of each call, in the order of the calls. */
	private final List<List<Integer>> calls = new CopyOnWriteArrayList<>();

	@AfterEach
	void end() {
		this.callers.shutdownNow();
	}

	@Test
	void singleCallerDoesNotWait() {
		assertThat(this.grouped.ask("a", 1, this::answer)).isEqualTo("answer to 1");
		assertThat(this.grouped.ask("a", 2, this::answer)).isEqualTo("answer to 2");
		assertThat(this.calls).containsExactly(List.of(1), List.of(2));
	}

	@Test
	void callersDuringACallShareTheNextOne() throws Exception {
		List<Future<String>> answers = askDuringACall(MOST, this::answer);

		for (int i = 0; i < MOST; i++) {
			assertThat(answers.get(i).get(10, TimeUnit.SECONDS)).isEqualTo("answer to " + i);
		}
		assertThat(this.calls).hasSize(2);
		assertThat(this.calls.get(1)).containsExactlyInAnyOrderElementsOf(IntStream.range(0, MOST).boxed().toList());
	}

	@Test
	void callHasALimitOfCallers() throws Exception {
		for (Future<String> answer : askDuringACall(3 * MOST, this::answer)) {
			answer.get(10, TimeUnit.SECONDS);
		}

		assertThat(this.calls).hasSize(4).allMatch((call) -> call.size() <= MOST);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	@ProvesRule(rule = "No caller waits for a shared call that has failed", guard = "CallBatcher.outcomes",
			brokenBy = "catching only RuntimeException")
	void failureReachesAllCallersOfTheCallOnly(boolean error) throws Exception {
		List<Future<String>> answers = askDuringACall(3, (questions) -> {
			if (error) {
				throw new StackOverflowError("away");
			}
			throw new IllegalStateException("away");
		});

		for (Future<String> answer : answers) {
			assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
				.hasRootCauseMessage("away");
		}
		assertThat(this.grouped.ask("a", 9, this::answer)).isEqualTo("answer to 9");
	}

	@Test
	void differentKeysDoNotWaitForEachOther() throws Exception {
		CountDownLatch open = new CountDownLatch(1);
		Future<String> slow = this.callers.submit(() -> this.grouped.ask("a", 1, (questions) -> {
			pause(open);
			return answer(questions);
		}));

		assertThat(this.callers.submit(() -> this.grouped.ask("b", 2, this::answer)).get(10, TimeUnit.SECONDS))
			.isEqualTo("answer to 2");
		open.countDown();
		assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo("answer to 1");
	}

	@Test
	void concurrentCallersGetTheirOwnAnswers() throws Exception {
		AtomicInteger underWay = new AtomicInteger();
		AtomicInteger mostUnderWay = new AtomicInteger();
		List<Future<Boolean>> right = new ArrayList<>();
		for (int caller = 0; caller < 64; caller++) {
			int first = caller * 1_000;
			right.add(this.callers.submit(() -> IntStream.range(first, first + 500)
				.allMatch((question) -> this.grouped.ask("a", question, (questions) -> {
					mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
					Thread.yield();
					underWay.decrementAndGet();
					return answers(questions);
				}).equals("answer to " + question))));
		}

		for (Future<Boolean> all : right) {
			assertThat(all.get(60, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(mostUnderWay).hasValue(1);
	}

	/** These callers come during a call, which ends only when all of them wait. */
	private List<Future<String>> askDuringACall(int number, Function<List<Integer>, List<String>> call)
			throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch open = new CountDownLatch(1);
		CompletableFuture.runAsync(() -> this.grouped.ask("a", -1, (questions) -> {
			begun.countDown();
			pause(open);
			return answer(questions);
		}), this.callers);
		begun.await();
		List<Thread> threads = new CopyOnWriteArrayList<>();
		List<Future<String>> answers = IntStream.range(0, number).mapToObj((question) -> this.callers.submit(() -> {
			threads.add(Thread.currentThread());
			return this.grouped.ask("a", question, call);
		})).toList();
		await().until(() -> threads.size() == number
				&& threads.stream().allMatch((thread) -> thread.getState() == Thread.State.WAITING));
		open.countDown();
		return answers;
	}

	private List<String> answer(List<Integer> questions) {
		this.calls.add(questions);
		return answers(questions);
	}

	private static List<String> answers(List<Integer> questions) {
		return questions.stream().map((question) -> "answer to " + question).toList();
	}

	private static void pause(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

}
