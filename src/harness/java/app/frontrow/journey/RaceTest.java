package app.frontrow.journey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test in which everybody is let in and acts at the same moment. Afterwards the books
 * agree, and nothing deadlocked.
 */
@TestPropertySource(properties = { "frontrow.queue.capacity=1000", "frontrow.queue.admissions-per-second=100000",
		RaceTest.PATIENT })
@Tag("database")
abstract class RaceTest extends ProductTest {

	/** A row that is locked on a machine that stands still is waited for. */
	static final String PATIENT = "spring.datasource.hikari.connection-init-sql"
			+ "=set session innodb_lock_wait_timeout = 60";

	private long deadlocksBefore;

	@BeforeEach
	void countDeadlocks() {
		this.deadlocksBefore = this.books.deadlocks();
	}

	@AfterEach
	void booksAgreeAndNothingDeadlocked() {
		this.books.audit();
		assertThat(this.books.deadlocks()).isEqualTo(this.deadlocksBefore);
	}

}
