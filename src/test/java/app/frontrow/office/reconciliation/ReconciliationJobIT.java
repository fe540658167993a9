package app.frontrow.office.reconciliation;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import app.frontrow.booking.reconciliation.ReconciliationChecker;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Page;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Part;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Position;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.Discrepancy;
import app.frontrow.stores.OwnSchema;
import app.frontrow.stores.Stores;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Two instances share the regular reconciliation by a row of a real database. Pages are
 * made up, so that a test decides what happens during one.
 */
@Tag("database")
@OutOfProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconciliationJobIT {

	private static final Discrepancy DIFFERENCE = new Discrepancy("a", "b", "c", "d");

	private OwnSchema schema;

	private JdbcTemplate jdbc;

	private ReconciliationProgressRepository progress;

	/** The end of everything has the key 9. */
	private ReconciliationChecker reconciliation;

	/** Where the pages began that were checked. */
	private final List<String> checked = Collections.synchronizedList(new ArrayList<>());

	private Runnable duringEachPage;

	private MeterRegistry firstMeters;

	private MeterRegistry secondMeters;

	/** Seconds since the epoch. */
	private final AtomicLong time = new AtomicLong();

	private ReconciliationJob first;

	private ReconciliationJob second;

	@BeforeAll
	void ownRow(@Autowired Stores stores) throws SQLException {
		this.schema = OwnSchema.create(stores, "frontrow_progress");
		this.jdbc = new JdbcTemplate(this.schema.connections());
		this.progress = new ReconciliationProgressRepository(JdbcClient.create(this.jdbc),
				new JdbcTransactionManager(this.jdbc.getDataSource()));
	}

	@AfterAll
	void dropIt() throws SQLException {
		this.schema.close();
	}

	@BeforeEach
	void twoInstancesBeforeTheFirstPass() {
		this.jdbc.update("update reconciliation_progress set runner = null, next_piece_at = utc_timestamp(6),"
				+ " began_at = null, part = 'MEMBERS', after_key = '', differences = 0, last_ended_at = null,"
				+ " last_began_at = utc_timestamp(6), last_differences = -1");
		this.checked.clear();
		this.duringEachPage = () -> {
		};
		this.reconciliation = mock();
		given(this.reconciliation.checkPage(any(), anyInt())).willAnswer((call) -> {
			Position from = call.getArgument(0);
			this.checked.add(from.part() + " " + from.after());
			this.duringEachPage.run();
			int key = from.after().isEmpty() ? 1 : 1 + Integer.parseInt(from.after());
			return new Page(List.of(DIFFERENCE),
					(key < 9) ? Optional.of(new Position(Part.SHOWS, "" + key)) : Optional.empty());
		});
		Clock clock = mock();
		given(clock.instant()).willAnswer((call) -> Instant.ofEpochSecond(this.time.get()));
		this.firstMeters = new SimpleMeterRegistry();
		this.secondMeters = new SimpleMeterRegistry();
		this.first = new ReconciliationJob(this.reconciliation, this.progress,
				new ReconciliationMetrics(this.firstMeters), clock);
		this.second = new ReconciliationJob(this.reconciliation, this.progress,
				new ReconciliationMetrics(this.secondMeters), clock);
	}

	@Test
	@ProvesRule(rule = "Only one instance reconciles at a time", guard = "ReconciliationProgressRepository.beginPiece",
			brokenBy = "leaving out next_piece_at")
	void onlyOneInstanceWorksAtATime() {
		this.duringEachPage = () -> {
			this.duringEachPage = () -> {
			};
			CompletableFuture.runAsync(this.second::run).join();
		};

		this.first.run();

		assertThat(this.checked).hasSize(9).doesNotHaveDuplicates();
	}

	@Test
	@ProvesRule(rule = "Only one of many instances gets the lease of the reconciliation",
			guard = "ReconciliationProgressRepository.beginPiece", brokenBy = "giving a lease that has already ended")
	void oneOfManyGetsTheLease() {
		List<Callable<Boolean>> instances = IntStream.range(0, 8)
			.mapToObj((i) -> ConcurrentRunner.task(() -> this.progress.beginPiece(UUID.randomUUID()).isPresent()))
			.toList();

		assertThat(ConcurrentRunner.rush(instances)).containsOnlyOnce(true);
	}

	@Test
	@ProvesRule(rule = "A piece of the reconciliation ends after some seconds", guard = "ReconciliationJob.checkPiece",
			brokenBy = "leaving out the end")
	@ProvesRule(rule = "A rest follows each piece of the reconciliation",
			guard = "ReconciliationProgressRepository.finishPiece", brokenBy = "leaving out the rest")
	void nextPieceContinuesAfterTheLimitOfTime() {
		this.duringEachPage = () -> this.time.addAndGet(2);

		this.first.run();
		assertThat(this.checked).containsExactly("MEMBERS ", "SHOWS 1", "SHOWS 2");
		this.second.run();
		assertThat(this.checked).as("during the rest").hasSize(3);
		endLeaseOrRest();
		this.second.run();

		assertThat(this.checked).hasSize(6).endsWith("SHOWS 3", "SHOWS 4", "SHOWS 5");
	}

	@Test
	@ProvesRule(rule = "An instance that has lost the lease cannot finish its piece",
			guard = "ReconciliationProgressRepository.finishPiece", brokenBy = "leaving out the runner")
	@ProvesRule(rule = "An instance that has lost the lease cannot finish the pass",
			guard = "ReconciliationProgressRepository.finishPass", brokenBy = "leaving out the runner")
	@ProvesRule(rule = "A piece starts where the last finished piece ended",
			guard = "ReconciliationProgressRepository.beginPiece", brokenBy = "always returning the start")
	void pieceOfADeadInstanceIsRepeated() {
		UUID dead = UUID.randomUUID();
		this.progress.beginPiece(dead);
		this.progress.finishPiece(dead, new Position(Part.SHOWS, "6"), 0);
		endLeaseOrRest();
		this.progress.beginPiece(dead);
		this.second.run();
		assertThat(this.checked).as("during the lease").isEmpty();
		endLeaseOrRest();

		this.duringEachPage = () -> this.time.addAndGet(60);
		this.second.run();

		assertThat(this.checked).containsExactly("SHOWS 6");
		assertThat(this.progress.finishPiece(dead, new Position(Part.SHOWS, "1"), 0)).isFalse();
		assertThat(this.progress.finishPass(dead, 0)).isFalse();
		assertThat(this.jdbc.queryForObject("select after_key from reconciliation_progress", String.class))
			.isEqualTo("7");
	}

	@Test
	@ProvesRule(rule = "The age of a pass counts from its beginning",
			guard = "ReconciliationProgressRepository.beginPiece", brokenBy = "leaving out coalesce")
	@ProvesRule(rule = "A pass counts the differences of all its pieces",
			guard = "ReconciliationProgressRepository.finishPass", brokenBy = "counting only those of the last piece")
	@ProvesRule(rule = "Every instance shows the result of the last pass", guard = "ReconciliationJob.run",
			brokenBy = "showing it only after a piece of its own")
	void instancesShowTheLastWholePass() {
		this.duringEachPage = () -> this.time.addAndGet(1);
		this.first.run();
		assertThat(figure(this.firstMeters, "differences")).as("during the pass").isEqualTo(-1);
		assertThat(figure(this.firstMeters, "age")).isLessThan(3_600);

		this.jdbc.update("update reconciliation_progress set began_at = began_at - interval 1 hour");
		endLeaseOrRest();
		this.first.run();
		this.second.run();

		assertThat(this.checked).hasSize(9).doesNotHaveDuplicates();
		for (MeterRegistry meters : List.of(this.firstMeters, this.secondMeters)) {
			assertThat(figure(meters, "differences")).isEqualTo(9);
			assertThat(figure(meters, "age")).isBetween(3_600.0, 7_200.0);
		}
	}

	@Test
	@ProvesRule(rule = "Passes of the reconciliation begin ten minutes apart",
			guard = "ReconciliationProgressRepository.finishPass", brokenBy = "leaving out the period")
	void passesBeginTenMinutesApart() {
		this.first.run();

		assertThat(this.jdbc.queryForObject(
				"select timestampdiff(second, last_began_at, next_piece_at) from reconciliation_progress", Long.class))
			.isEqualTo(600);
	}

	@Test
	void longPassIsFollowedByARest() {
		UUID runner = UUID.randomUUID();
		this.progress.beginPiece(runner);
		this.jdbc.update("update reconciliation_progress set began_at = began_at - interval 1 hour");
		this.progress.finishPass(runner, 0);

		assertThat(this.jdbc.queryForObject(
				"select timestampdiff(second, last_ended_at, next_piece_at) from reconciliation_progress", Long.class))
			.isEqualTo(ReconciliationProgressRepository.PAUSE_BETWEEN_PIECES.toSeconds());
	}

	private void endLeaseOrRest() {
		this.jdbc.update("update reconciliation_progress set next_piece_at = utc_timestamp(6)");
	}

	private static double figure(MeterRegistry meters, String name) {
		return meters.get("frontrow.reconciliation." + name).gauge().value();
	}

}
