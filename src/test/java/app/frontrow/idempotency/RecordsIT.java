package app.frontrow.idempotency;

import java.util.UUID;

import app.frontrow.RunningProduct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the statements on records promise by themselves: a key has one owner, and who has
 * lost it decides nothing any more.
 */
@RunningProduct
@Tag("database")
class RecordsIT {

	private static final String FIRST = "first";

	private static final String SECOND = "second";

	private final RequestKey request = new RequestKey(UUID.randomUUID(), "payments", "key", 1);

	@Autowired
	private Records records;

	@Autowired
	private JdbcTemplate jdbc;

	@BeforeEach
	void claimedByTheFirst() {
		assertThat(this.records.insert(this.request, "print", FIRST)).isTrue();
	}

	@Test
	void aKeyIsClaimedOnce() {
		assertThat(this.records.insert(this.request, "print", SECOND)).isFalse();
		assertThat(this.records.find(this.request)).hasValueSatisfying((entry) -> {
			assertThat(entry.owner()).isEqualTo(FIRST);
			assertThat(entry.leased()).isTrue();
			assertThat(entry.done()).isFalse();
		});
	}

	@Test
	void aKeyIsTakenOverOnceAndOnlyAfterItsLease() {
		assertThat(this.records.takeOver(this.request, FIRST, SECOND)).isFalse();
		endLease();

		assertThat(this.records.takeOver(this.request, FIRST, SECOND)).isTrue();
		assertThat(this.records.takeOver(this.request, FIRST, "third")).isFalse();
		endLease();
		assertThat(this.records.takeOver(this.request, FIRST, "third")).as("not from who has lost it").isFalse();
	}

	@Test
	void whoHasLostTheKeyDecidesNothing() {
		endLease();
		this.records.takeOver(this.request, FIRST, SECOND);

		assertThat(this.records.lock(this.request, FIRST)).isFalse();
		assertThat(this.records.finish(this.request, FIRST, "{}")).isFalse();
		this.records.release(this.request, FIRST);
		assertThat(this.records.lock(this.request, SECOND)).isTrue();
		assertThat(this.records.finish(this.request, SECOND, "{}")).isTrue();
	}

	@Test
	void whatIsDoneStays() {
		this.records.finish(this.request, FIRST, "{\"answer\": 1}");
		endLease();

		assertThat(this.records.takeOver(this.request, FIRST, SECOND)).isFalse();
		assertThat(this.records.lock(this.request, FIRST)).isFalse();
		assertThat(this.records.finish(this.request, FIRST, "{\"answer\": 2}")).isFalse();
		this.records.release(this.request, FIRST);
		assertThat(this.records.find(this.request))
			.hasValueSatisfying((entry) -> assertThat(entry.outcome()).isEqualTo("{\"answer\": 1}"));
	}

	@Test
	void whatIsReleasedCanBeClaimedAgain() {
		this.records.release(this.request, FIRST);

		assertThat(this.records.insert(this.request, "print", SECOND)).isTrue();
	}

	@Test
	void aKeyIsForgottenAfterADay() {
		age(23);
		this.records.forget(1_000);
		assertThat(this.records.find(this.request)).isPresent();
		age(2);
		this.records.forget(1_000);
		assertThat(this.records.find(this.request)).isEmpty();
	}

	private void endLease() {
		this.jdbc.update("update idempotency_records set lease_until = utc_timestamp(6) where member_id = ?",
				this.request.memberId().toString());
	}

	private void age(int hours) {
		this.jdbc.update("update idempotency_records set created_at = created_at - interval ? hour where member_id = ?",
				hours, this.request.memberId().toString());
	}

}
