package app.frontrow.booking.hold;

import java.util.List;
import java.util.UUID;

import app.frontrow.RunningProduct;
import app.frontrow.booking.reservation.PassUsage;
import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.place.Pass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@RunningProduct
@Tag("database")
class PassUsageIT {

	private static final long CONCERT = 1L << 40;

	private final Pass pass = new Pass(CONCERT, UUID.randomUUID(), 7);

	@Autowired
	ReservationReader reservations;

	@Autowired
	JdbcTemplate jdbc;

	/** These rows belong to no payment, so the check of the books must not see them. */
	@AfterEach
	void deleteReservations() {
		this.jdbc.update("delete from reservations where concert_id = ?", CONCERT);
	}

	@Test
	void liveHoldOfAnotherPassCounts() {
		insert("HELD", 8, "interval 1 hour");
		insert("HELD", 7, "interval -1 second");
		insert("EXPIRED", 7, "interval 2 hour");

		PassUsage use = this.reservations.findPassUsage(this.pass);

		assertThat(use.hasPaid()).isFalse();
		assertThat(use.liveHoldEnd()).isNotNull();
	}

	@Test
	@ProvesRule(rule = "Only what was paid with a pass completes that pass", guard = "ReservationReader.findPassUsage",
			brokenBy = "leaving out queue_seq")
	void onlyPaymentsWithThisPassCount() {
		insert("CONFIRMED", 6, "interval 1 hour");
		insert("CANCELLED", 7, "interval 1 hour");
		assertThat(this.reservations.findPassUsage(this.pass)).isEqualTo(new PassUsage(null, false));

		insert("CONFIRMED", 7, "interval 1 hour");
		assertThat(this.reservations.findPassUsage(this.pass)).isEqualTo(new PassUsage(null, true));
	}

	@Test
	@ProvesRule(rule = "The job that completes passes leaves out members who hold more seats",
			guard = "ReservationReader.findPassesWithoutHold", brokenBy = "leaving out OTHER_HOLD")
	void passWithALiveHoldIsNotCompleted() {
		UUID paid = insert("CONFIRMED", 7, "interval 1 hour");
		insert("HELD", 7, "interval -1 second");
		assertThat(this.reservations.findPassesWithoutHold(List.of(paid))).containsExactly(this.pass);

		insert("HELD", 7, "interval 1 hour");
		assertThat(this.reservations.findPassesWithoutHold(List.of(paid))).isEmpty();
	}

	private UUID insert(String status, long number, String until) {
		UUID id = UUID.randomUUID();
		this.jdbc.update("insert into reservations (id, member_id, concert_id, show_id, starts_at, total, status,"
				+ " held_until, queue_seq, created_at) values (?, ?, ?, 1, utc_timestamp(6) + interval 30 day, 9000, ?,"
				+ " utc_timestamp(6) + " + until + ", ?, utc_timestamp(6) - interval 1 day)", id.toString(),
				this.pass.memberId().toString(), CONCERT, status, number);
		return id;
	}

}
