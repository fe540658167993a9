package app.frontrow.members;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.TooManyRequestsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.password.NoOpPasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class PasswordConcurrencyLimiterTests {

	private static final int CROWD = 32;

	private final ExecutorService crowd = Executors.newFixedThreadPool(CROWD);

	private final PasswordConcurrencyLimiter turns = new PasswordConcurrencyLimiter(2, Duration.ofMinutes(1));

	private final AtomicInteger atWork = new AtomicInteger();

	private final AtomicInteger mostAtWork = new AtomicInteger();

	private final Semaphore workEnds = new Semaphore(0);

	@AfterEach
	void end() {
		this.crowd.shutdownNow();
	}

	@Test
	void onlyAFewRunAtATime() throws Exception {
		List<Future<String>> all = requests(this::work);

		await().until(() -> this.atWork.get() == 2);
		this.workEnds.release(CROWD);
		for (Future<String> request : all) {
			assertThat(request.get(60, TimeUnit.SECONDS)).isEqualTo("done");
		}
		assertThat(this.mostAtWork).hasValue(2);
	}

	@Test
	@ProvesRule(rule = "At most half of the cores work on log-ins", guard = "PasswordConcurrencyLimiter",
			brokenBy = "using twice the number of cores")
	void atMostHalfOfTheCoresPrepareAtATime() throws Exception {
		int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
		PasswordConcurrencyLimiter usual = new PasswordConcurrencyLimiter();
		List<Future<String>> all = IntStream.range(0, CROWD)
			.mapToObj((i) -> this.crowd.submit(() -> usual.<String>runInTurn(this::work)))
			.toList();

		await().until(() -> this.atWork.get() >= half);
		this.workEnds.release(CROWD);
		for (Future<String> request : all) {
			assertThat(request.get(60, TimeUnit.SECONDS)).isEqualTo("done");
		}
		assertThat(this.mostAtWork).hasValue(half);
	}

	@Test
	@SuppressWarnings("deprecation")
	void turnEndsWhenTheRequestWaitsForItsHash() {
		BoundedPasswordEncoder passwords = new BoundedPasswordEncoder(NoOpPasswordEncoder.getInstance());
		requests(() -> {
			passwords.encode("correct horse");
			return work();
		});

		await().until(() -> this.atWork.get() == CROWD);
		this.workEnds.release(CROWD);
	}

	@Test
	void turnEndsAfterAFailure() {
		for (int i = 0; i < 5; i++) {
			assertThatThrownBy(() -> this.turns.runInTurn(() -> {
				throw new IllegalStateException("wrong");
			})).hasMessage("wrong");
		}

		assertThat(this.turns.<String>runInTurn(() -> "done")).isEqualTo("done");
	}

	@Test
	void tooLongWaitIsRefused() {
		PasswordConcurrencyLimiter impatient = new PasswordConcurrencyLimiter(1, Duration.ofMillis(1));

		assertThatThrownBy(() -> impatient.runInTurn(
				() -> CompletableFuture.supplyAsync(() -> impatient.<String>runInTurn(() -> "not its turn"), this.crowd)
					.join()))
			.isInstanceOf(CompletionException.class)
			.hasCauseInstanceOf(TooManyRequestsException.class);
	}

	private List<Future<String>> requests(Supplier<String> work) {
		return IntStream.range(0, CROWD).mapToObj((i) -> this.crowd.submit(() -> this.turns.runInTurn(work))).toList();
	}

	private String work() {
		this.mostAtWork.accumulateAndGet(this.atWork.incrementAndGet(), Math::max);
		this.workEnds.acquireUninterruptibly();
		this.atWork.decrementAndGet();
		return "done";
	}

}
