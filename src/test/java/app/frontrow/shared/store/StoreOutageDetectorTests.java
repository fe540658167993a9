package app.frontrow.shared.store;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

import app.frontrow.shared.error.NotFoundException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;

class StoreOutageDetectorTests {

	static Stream<Throwable> outageIsDetected() {
		return Stream.of(new CannotGetJdbcConnectionException("no connection", new SQLException()),
				new CannotCreateTransactionException("no connection"), new DataAccessResourceFailureException("gone"),
				new QueryTimeoutException("too slow"), new SQLTransientConnectionException("pool is empty"),
				new SQLNonTransientConnectionException("refused"), new SQLRecoverableException("link failure"),
				new TransactionSystemException("no commit", new SQLRecoverableException("link failure")),
				new JpaSystemException(
						new TransactionException("no rollback", new SQLException("Connection is closed"))),
				new RedisConnectionFailureException("refused"), new RedisConnectionException("refused"),
				new RedisCommandTimeoutException("too slow"),
				new RedisSystemException("gone", new RedisConnectionException("gone")));
	}

	@ParameterizedTest
	@MethodSource
	void outageIsDetected(Throwable failure) {
		assertThat(StoreOutageDetector.isCauseOf(failure)).isTrue();
		assertThat(StoreOutageDetector.isCauseOf(new IllegalStateException(new RuntimeException(failure)))).isTrue();
	}

	static Stream<Throwable> otherFailureIsNoOutage() {
		return Stream.of(new NullPointerException(), new IllegalStateException("broken"), new NotFoundException(),
				new DataIntegrityViolationException("twice", new SQLIntegrityConstraintViolationException("twice")),
				new CannotAcquireLockException("locked"), new SQLException("bad statement"),
				new UncategorizedSQLException("task", "select", new SQLException("bad statement")));
	}

	@ParameterizedTest
	@MethodSource
	void otherFailureIsNoOutage(Throwable failure) {
		assertThat(StoreOutageDetector.isCauseOf(failure)).isFalse();
	}

	@Test
	void nullIsNoOutage() {
		assertThat(StoreOutageDetector.isCauseOf(null)).isFalse();
	}

}
