package app.frontrow.money;

import java.util.UUID;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An instance dies right after a commit. Another one handles the consequences.
 */
@Tag("database")
class EventResubmissionIT extends ProductTest {

	@Autowired
	private JdbcTemplate jdbc;

	@ParameterizedTest
	@ValueSource(strings = { "PUBLISHED", "PROCESSING" })
	@ProvesRule(rule = "The end of a hold has its consequences also when the instance has died",
			guard = "EventResubmissionJob.resubmit", brokenBy = "leaving out resubmit")
	void listenersRunAfterACrash(String state, @Autowired TransactionTemplate transaction) {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		Answer hold = this.audience.member().comeIn(show.concertId()).hold(show.id(), 9).expect(201);
		transaction.executeWithoutResult((status) -> sweepAndDie(hold.text("id"), state));

		await().until(() -> count("payments where status = 'CANCELLED' and reservation_id = ?", hold.text("id")) == 1);
		await().until(() -> count("EVENT_PUBLICATION where SERIALIZED_EVENT like ?", "%" + hold.text("id") + "%") == 0);
	}

	/** Commits the work of the sweeper without its consequences. */
	private void sweepAndDie(String reservation, String state) {
		assertThat(this.jdbc.update("update seats set status = 'AVAILABLE', reservation_id = null, hold_until = null"
				+ " where reservation_id = ?", reservation))
			.isEqualTo(1);
		this.jdbc.update("update reservations set status = 'EXPIRED' where id = ?", reservation);
		this.jdbc
			.update("insert into EVENT_PUBLICATION (ID, LISTENER_ID, EVENT_TYPE, SERIALIZED_EVENT, PUBLICATION_DATE, STATUS,"
					+ " COMPLETION_ATTEMPTS) select ?, 'app.frontrow.booking.payment.PaymentCancellationListener.cancelPayment("
					+ "app.frontrow.booking.reservation.HoldExpired)', 'app.frontrow.booking.reservation.HoldExpired',"
					+ " json_object('reservationId', id, 'memberId', member_id, 'concertId', concert_id, 'queueSeq',"
					+ " queue_seq), utc_timestamp(6) - interval 1 hour, ?, 0 from reservations where id = ?",
					UUID.randomUUID().toString(), state, reservation);
	}

	private long count(String query, Object parameter) {
		return this.jdbc.queryForObject("select count(*) from " + query, Long.class, parameter);
	}

}
