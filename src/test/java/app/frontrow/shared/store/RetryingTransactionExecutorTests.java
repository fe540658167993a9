package app.frontrow.shared.store;

import java.util.concurrent.atomic.AtomicInteger;

import app.frontrow.shared.error.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

@SpringJUnitConfig({ RetryingTransactionExecutor.class, TransactionConfiguration.class,
		RetryingTransactionExecutorTests.Annotations.class })
class RetryingTransactionExecutorTests {

	@MockitoBean
	private PlatformTransactionManager database;

	@Autowired
	private RetryingTransactionExecutor transactions;

	private final AtomicInteger tries = new AtomicInteger();

	@BeforeEach
	void begin() {
		given(this.database.getTransaction(any())).willReturn(mock());
	}

	@Test
	void workCommits() {
		assertThat(this.transactions.<String>run(() -> "done")).isEqualTo("done");

		verify(this.database).commit(any());
	}

	@Test
	void deadlockRepeatsTheWholeTransaction() {
		assertThat(this.transactions.<Integer>run(() -> {
			if (this.tries.incrementAndGet() < 4) {
				throw new CannotAcquireLockException("deadlock");
			}
			return 7;
		})).isEqualTo(7);

		verify(this.database, times(3)).rollback(any());
		verify(this.database, times(1)).commit(any());
	}

	@Test
	void threeRepetitionsAreEnough() {
		assertThatThrownBy(() -> this.transactions.run(() -> {
			this.tries.incrementAndGet();
			throw new CannotAcquireLockException("deadlock");
		})).isInstanceOf(CannotAcquireLockException.class);

		assertThat(this.tries).hasValue(4);
		verify(this.database, never()).commit(any());
	}

	@Test
	void otherFailuresAndRefusalsAreNotRepeated() {
		assertThatThrownBy(() -> this.transactions.run(() -> {
			this.tries.incrementAndGet();
			throw new DataIntegrityViolationException("twice");
		})).isInstanceOf(DataIntegrityViolationException.class);
		assertThatThrownBy(() -> this.transactions.run(() -> {
			this.tries.incrementAndGet();
			throw new NotFoundException();
		})).isInstanceOf(NotFoundException.class);

		assertThat(this.tries).hasValue(2);
		verify(this.database, times(2)).rollback(any());
	}

	/**
	 * Transactions by annotation, as Spring Boot has them.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement(proxyTargetClass = true)
	static class Annotations {

	}

}
