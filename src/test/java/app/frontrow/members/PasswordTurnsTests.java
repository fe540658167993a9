package app.frontrow.members;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class PasswordTurnsTests {

	private static final int CROWD = 32;

	private final ExecutorService crowd = Executors.newFixedThreadPool(CROWD);

	private final PasswordTurns turns = new PasswordTurns(2, Duration.ofMinutes(1));

	private final AtomicInteger atWork = new AtomicInteger();

	private final AtomicInteger mostAtWork = new AtomicInteger();

	private final Semaphore workEnds = new Semaphore(0);

	@AfterEach
	void end() {
		this.crowd.shutdownNow();
	}

	@ParameterizedTest
	@CsvSource({ "/login", "/signup", "/api/v1/sessions", "/api/v1/members" })
	void crowdThatLogsInWorksAFewAtATime(String path) throws Exception {
		List<Future<?>> all = requests("POST", path, this::work);

		await().until(() -> this.atWork.get() == 2);
		this.workEnds.release(CROWD);
		for (Future<?> request : all) {
			request.get(60, TimeUnit.SECONDS);
		}
		assertThat(this.mostAtWork).hasValue(2);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /login", "GET, /api/v1/sessions", "POST, /api/v1/payments", "DELETE, /api/v1/sessions" })
	void nobodyElseWaits(String method, String path) {
		requests(method, path, this::work);

		await().until(() -> this.atWork.get() == CROWD);
		this.workEnds.release(CROWD);
	}

	@Test
	@SuppressWarnings("deprecation")
	void turnEndsWhenTheHashIsWaitedFor() {
		BoundedPasswordEncoder passwords = new BoundedPasswordEncoder(NoOpPasswordEncoder.getInstance());
		requests("POST", "/login", (request, response) -> {
			passwords.encode("correct horse");
			work(request, response);
		});

		await().until(() -> this.atWork.get() == CROWD);
		this.workEnds.release(CROWD);
	}

	@Test
	void turnEndsWithAFailureToo() throws Exception {
		for (int i = 0; i < 5; i++) {
			assertThatThrownBy(() -> send("POST", "/login", (request, response) -> {
				throw new ServletException("wrong");
			})).hasMessage("wrong");
		}

		CountDownLatch reached = new CountDownLatch(1);
		send("POST", "/login", (request, response) -> reached.countDown());
		assertThat(reached.getCount()).isZero();
	}

	@Test
	void whoWaitsTooLongIsToldToComeLater() throws Exception {
		PasswordTurns impatient = new PasswordTurns(1, Duration.ofMillis(1));
		MockHttpServletResponse refused = new MockHttpServletResponse();
		impatient.doFilter(logIn(), new MockHttpServletResponse(),
				(request, response) -> CompletableFuture.runAsync(() -> refuse(impatient, refused), this.crowd).join());

		assertThat(refused.getStatus()).isEqualTo(429);
		assertThat(refused.getHeader("Retry-After")).isEqualTo("30");
	}

	private static void refuse(PasswordTurns turns, MockHttpServletResponse response) {
		try {
			turns.doFilter(logIn(), response, (request, answer) -> {
				throw new ServletException("not its turn");
			});
		}
		catch (IOException | ServletException failure) {
			throw new IllegalStateException(failure);
		}
	}

	private static MockHttpServletRequest logIn() {
		return new MockHttpServletRequest("POST", "/login");
	}

	private List<Future<?>> requests(String method, String path, FilterChain chain) {
		return IntStream.range(0, CROWD).<Future<?>>mapToObj((i) -> this.crowd.submit(() -> {
			send(method, path, chain);
			return null;
		})).toList();
	}

	private void send(String method, String path, FilterChain chain) throws Exception {
		this.turns.doFilter(new MockHttpServletRequest(method, path), new MockHttpServletResponse(), chain);
	}

	private void work(Object request, Object response) {
		this.mostAtWork.accumulateAndGet(this.atWork.incrementAndGet(), Math::max);
		this.workEnds.acquireUninterruptibly();
		this.atWork.decrementAndGet();
	}

}
