package app.frontrow.members;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import app.frontrow.shared.error.TooManyRequestsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BoundedPasswordEncoderTests {

	private static final int CROWD = 32;

	private final ExecutorService crowd = Executors.newFixedThreadPool(CROWD);

	private final AtomicInteger atWork = new AtomicInteger();

	private final AtomicInteger mostAtWork = new AtomicInteger();

	private final Set<String> threads = ConcurrentHashMap.newKeySet();

	@AfterEach
	void end() {
		this.crowd.shutdownNow();
	}

	@Test
	void hashingUsesASixthOfTheCores() throws Exception {
		BoundedPasswordEncoder passwords = new BoundedPasswordEncoder(slow(), 12, CROWD);

		for (Future<String> hash : hashes(passwords, CROWD)) {
			assertThat(hash.get()).startsWith("hash of ");
		}

		assertThat(this.mostAtWork).hasValueBetween(1, 2);
		assertThat(this.threads).hasSizeBetween(1, 2).allMatch((name) -> name.startsWith("password-"));
	}

	@Test
	void tooManyWaitingRequestsAreRefused() throws Exception {
		CountDownLatch first = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		BoundedPasswordEncoder passwords = new BoundedPasswordEncoder(blocking(first, end), 2, 1);
		Future<String> working = this.crowd.submit(() -> passwords.encode("first"));
		first.await();

		List<Future<String>> others = hashes(passwords, 2);
		Future<String> refused = others.stream()
			.filter(BoundedPasswordEncoderTests::isRefused)
			.findFirst()
			.orElseThrow();

		end.countDown();
		assertThat(working.get()).isEqualTo("hash of first");
		assertThat(others.stream().filter((other) -> other != refused).findFirst().orElseThrow().get())
			.startsWith("hash of ");
	}

	@Test
	void failureOfTheHashIsThrownToTheCaller() {
		BoundedPasswordEncoder passwords = new BoundedPasswordEncoder(new Slow() {
			@Override
			public boolean matches(CharSequence password, String encoded) {
				throw new IllegalArgumentException("unknown hash");
			}
		}, 2, 1);

		assertThatThrownBy(() -> passwords.matches("password", "hash")).isInstanceOf(IllegalArgumentException.class)
			.hasMessage("unknown hash");
	}

	private List<Future<String>> hashes(PasswordEncoder passwords, int count) {
		return IntStream.range(0, count)
			.mapToObj((number) -> this.crowd.submit(() -> passwords.encode("password " + number)))
			.toList();
	}

	/** Waits until the request has come to something: one of two must be refused. */
	private static boolean isRefused(Future<String> hash) {
		try {
			hash.get(1, TimeUnit.SECONDS);
			return false;
		}
		catch (ExecutionException failure) {
			return failure.getCause() instanceof TooManyRequestsException;
		}
		catch (Exception waiting) {
			return false;
		}
	}

	private PasswordEncoder slow() {
		return new Slow();
	}

	private PasswordEncoder blocking(CountDownLatch first, CountDownLatch end) {
		return new Slow() {
			@Override
			public String encode(CharSequence password) {
				first.countDown();
				try {
					end.await();
				}
				catch (InterruptedException ending) {
					Thread.currentThread().interrupt();
				}
				return super.encode(password);
			}
		};
	}

	private class Slow implements PasswordEncoder {

		@Override
		public String encode(CharSequence password) {
			BoundedPasswordEncoderTests.this.threads.add(Thread.currentThread().getName());
			int now = BoundedPasswordEncoderTests.this.atWork.incrementAndGet();
			BoundedPasswordEncoderTests.this.mostAtWork.accumulateAndGet(now, Math::max);
			Thread.yield();
			BoundedPasswordEncoderTests.this.atWork.decrementAndGet();
			return "hash of " + password;
		}

		@Override
		public boolean matches(CharSequence password, String encoded) {
			return encoded.equals("hash of " + password);
		}

	}

}
