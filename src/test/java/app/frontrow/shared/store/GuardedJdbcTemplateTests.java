package app.frontrow.shared.store;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.sql.DataSource;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

class GuardedJdbcTemplateTests {

	private static final String SQL = "update wallets set balance = ?";

	private final DataSource database = mock();

	private final JdbcTemplate template = new GuardedJdbcTemplate(this.database);

	@BeforeEach
	void aDatabaseThatIsGone() throws SQLException {
		given(this.database.getConnection()).willThrow(new SQLException("gone"));
	}

	@AfterEach
	void noTransaction() {
		TransactionSynchronizationManager.setActualTransactionActive(false);
	}

	static Stream<Consumer<JdbcTemplate>> writes() {
		return Stream.of((jdbc) -> JdbcClient.create(jdbc).sql(SQL).param(1).update(),
				(jdbc) -> JdbcClient.create(jdbc).sql("update wallets set balance = :b").param("b", 1).update(),
				(jdbc) -> JdbcClient.create(jdbc).sql(SQL).param(1).update(new GeneratedKeyHolder()),
				(jdbc) -> JdbcClient.create(jdbc)
					.sql("update wallets set balance = :b")
					.param("b", 1)
					.update(new GeneratedKeyHolder()),
				(jdbc) -> jdbc.update(SQL, 1), (jdbc) -> jdbc.update("delete from wallets"),
				(jdbc) -> jdbc.execute("delete from wallets"), (jdbc) -> jdbc.batchUpdate("delete from wallets"),
				(jdbc) -> jdbc.batchUpdate(SQL, List.<Object[]>of(new Object[] { 1 })),
				(jdbc) -> jdbc.batchUpdate(SQL, List.of(1), 10, (statement, value) -> statement.setInt(1, value)));
	}

	@ParameterizedTest
	@MethodSource("writes")
	@ProvesRule(rule = "A write needs a transaction", guard = "GuardedJdbcTemplate.write",
			brokenBy = "leaving out the condition")
	void writeOutsideATransactionIsRefused(Consumer<JdbcTemplate> write) {
		assertThatThrownBy(() -> write.accept(this.template)).isInstanceOf(InvalidDataAccessApiUsageException.class);
		verifyNoInteractions(this.database);
	}

	@ParameterizedTest
	@MethodSource("writes")
	void writeWithinATransactionReachesTheDatabase(Consumer<JdbcTemplate> write) {
		TransactionSynchronizationManager.setActualTransactionActive(true);

		assertThatThrownBy(() -> write.accept(this.template)).hasRootCauseInstanceOf(SQLException.class);
	}

	@Test
	void readNeedsNoTransaction() {
		assertThatThrownBy(() -> this.template.queryForList("select 1")).hasRootCauseInstanceOf(SQLException.class);
	}

	@Test
	void clientOfTheProductIsGuarded() {
		new ApplicationContextRunner().withBean(DataSource.class, () -> this.database)
			.withUserConfiguration(JdbcConfiguration.class)
			.withConfiguration(
					AutoConfigurations.of(JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class))
			.run((context) -> {
				JdbcClient client = context.getBean(JdbcClient.class);
				assertThatThrownBy(() -> client.sql(SQL).param(1).update())
					.isInstanceOf(InvalidDataAccessApiUsageException.class);
			});
	}

}
