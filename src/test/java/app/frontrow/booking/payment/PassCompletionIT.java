package app.frontrow.booking.payment;

import java.util.UUID;
import java.util.stream.Stream;

import app.frontrow.RunningProduct;
import app.frontrow.booking.PaymentOperationFactory;
import app.frontrow.booking.payment.PassCompletionProgressRepository.Sweep;
import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.idempotency.IdempotentOperation;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A payment whose instance dies right after the commit ends its pass all the same.
 */
@Tag("database")
@RunningProduct
class PassCompletionIT {

	@Autowired
	private PassCompletionJob job;

	@Autowired
	private PassCompletionProgressRepository sweeps;

	@Autowired
	private RetryingTransactionExecutor transactions;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	@ProvesRule(rule = "A payment ends its pass also when its instance has died", guard = "PassCompletionJob.sweep",
			brokenBy = "ending no pass")
	void passIsCompletedAfterItsInstanceCrashed(@LocalServerPort int port, @Autowired CatalogueEditService programme,
			@Autowired CatalogueQueryService catalogue, @Autowired PaymentOperationFactory payments) {
		Show show = ConcertFixture.showOnSale(programme, catalogue);
		ApiClient member = ApiClient.at(port).signUpAndLogIn().comeIn(show.concertId());
		member.charge(500_000).expect(201);
		String held = member.hold(show.id(), 7).expect(201).text("id");
		UUID id = UUID.fromString(member.get("/api/v1/members/me").text("id"));

		IdempotentOperation<Payment> payment = payments.prepare(id, null, UUID.fromString(held));
		this.transactions.run(() -> {
			Payment paid = payment.execute();
			payment.updateSharedRows(paid);
			return paid;
		});

		assertThat(member.place().text("status")).isEqualTo("ADMITTED");
		// as if it were some time ago
		this.jdbc.update("update payments set paid_at = paid_at - interval 1 minute where reservation_id = ?", held);
		this.jdbc.update("update pass_sweeps set swept_until = utc_timestamp(6) - interval 2 minute");
		this.job.sweep();
		await().untilAsserted(() -> assertThat(member.place().text("status")).isEqualTo("COMPLETED"));
	}

	@Test
	void everyPaymentIsCheckedInFullBatches(@Autowired TransactionTemplate transaction) {
		transaction.executeWithoutResult((status) -> {
			// nobody else sees any of it
			status.setRollbackOnly();
			this.jdbc.update("update pass_sweeps set swept_until = '2001-01-01 00:00:00'");
			for (int i = 0; i < 501; i++) {
				String at = "2001-01-01 00:00:%02d".formatted(i / 10);
				this.jdbc
					.update("insert into payments (id, reservation_id, member_id, amount, status, created_at, paid_at)"
							+ " values (uuid(), uuid(), 'sweep', 1, 'PAID', ?, ?)", at, at);
			}

			Sweep first = this.sweeps.findNextSweep();
			assertThat(first.isFull()).isTrue();
			assertThat(this.sweeps.finish(first)).isTrue();
			assertThat(this.sweeps.finish(first)).as("once").isFalse();
			Sweep second = this.sweeps.findNextSweep();

			assertThat(second.from()).isEqualTo(first.until());
			assertThat(Stream.of(first, second).flatMap((sweep) -> sweep.reservationIds().stream()))
				.extracting(UUID::toString)
				.containsAll(this.jdbc.queryForList("select reservation_id from payments where member_id = 'sweep'",
						String.class));
		});
	}

}
