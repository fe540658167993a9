package app.frontrow.office.showchange;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.journey.ProductTest;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The staff cancels and moves shows that have paid orders.
 */
@Tag("database")
class ShowChangeIT extends ProductTest {

	private static final String SHOWS = "/api/v1/office/shows/";

	@Autowired
	private ShowChangeJob runner;

	private ApiClient sera;

	private Show show;

	private ApiClient buyer;

	private ApiClient holder;

	private String order;

	@BeforeEach
	void paidOrderAndHold() {
		this.show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		this.sera = this.audience.staff(StaffRole.BOX_OFFICE, this.show.concertId());
		this.buyer = buyer();
		this.order = this.buyer.hold(this.show.id(), 31, 32).expect(201).text("id");
		this.buyer.pay(this.order).expect(201);
		this.holder = buyer();
		this.holder.hold(this.show.id(), 40).expect(201);
		Map<String, Object> block = Map.of("seatNumbers", List.of(50), "reason", "Camera");
		this.sera.post(SHOWS + this.show.id() + "/blocks", block).expect(201);
		Map<String, Object> gift = Map.of("seatNumbers", List.of(49), "username",
				this.holder.get("/api/v1/members/me").text("username"), "reason", "Guest");
		this.sera.post(SHOWS + this.show.id() + "/complimentary", gift).expect(201);
	}

	private ApiClient buyer() {
		ApiClient buyer = this.audience.member().comeIn(this.show.concertId());
		buyer.charge(1_000_000).expect(201);
		return buyer;
	}

	@Test
	void previewChangesNothing() {
		Answer preview = cancel(true).expect(200);

		assertThat(preview.number("total")).isEqualTo(2);
		assertThat(preview.number("sum")).isEqualTo(180_000);
		assertThat(preview.text("status")).isEqualTo("PREVIEW");
		this.buyer.get("/api/v1/reservations/" + this.order).expect(200);
		assertThat(this.buyer.get("/api/v1/wallet").number("balance")).isEqualTo(820_000);
	}

	@Test
	void cancelledShowRefundsEverybodyOnce() {
		String job = cancel(false).expect(202).text("id");
		awaitDone(job);

		assertThat(this.buyer.get("/api/v1/wallet").number("balance")).isEqualTo(1_000_000);
		assertThat(this.buyer.get("/api/v1/reservations/" + this.order).text("status")).isEqualTo("CANCELLED");
		assertThat(this.sera.get("/api/v1/office/jobs/" + job).number("sum")).isEqualTo(180_000);
		assertThat(this.jdbc.sql("select count(*) from seats where show_id = ?")
			.param(this.show.id())
			.query(Long.class)
			.single()).isZero();
		this.holder.hold(this.show.id(), 41).expectProblem(404, "not-found");
		assertThat(cancel(false).expect(202).text("id")).isEqualTo(job);
		assertThat(this.buyer.get("/api/v1/wallet").number("balance")).isEqualTo(1_000_000);
		Answer concert = this.buyer.get("/api/v1/concerts/" + this.show.concertId()).expect(200);
		assertThat(concert.text("/notices/0/reason")).isEqualTo("The singer is ill");
		this.books.audit();
	}

	@Test
	void jobThatRunsManyTimesAtOnceRefundsOnce() throws Exception {
		List<ApiClient> buyers = IntStream.range(1, 9).mapToObj((number) -> {
			ApiClient buyer = buyer();
			buyer.pay(buyer.hold(this.show.id(), number).expect(201).text("id")).expect(201);
			return buyer;
		}).toList();
		long spent = buyers.stream()
			.mapToLong((buyer) -> 1_000_000 - buyer.get("/api/v1/wallet").number("balance"))
			.sum();
		String job = cancel(false).expect(202).text("id");

		Callable<Boolean> runWithoutLease = ConcurrentRunner.task(() -> {
			this.jdbc.sql("update show_jobs set next_run_at = created_at where id = ?").param(job).update();
			this.runner.run();
			return true;
		});
		ConcurrentRunner.rush(Collections.nCopies(8, runWithoutLease));
		awaitDone(job);

		assertThat(buyers)
			.allSatisfy((buyer) -> assertThat(buyer.get("/api/v1/wallet").number("balance")).isEqualTo(1_000_000));
		Answer done = this.sera.get("/api/v1/office/jobs/" + job).expect(200);
		assertThat(done.number("done")).isEqualTo(10).isEqualTo(done.number("total"));
		assertThat(done.number("sum")).isEqualTo(spent + 180_000);
		this.books.audit();
	}

	@Test
	void movedShowKeepsItsTicketsAndMayBeReturned() {
		Instant later = this.show.startsAt().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
		Map<String, Object> move = Map.of("startsAt", later, "refundUntil", later.minus(1, ChronoUnit.DAYS), "reason",
				"The hall is closed");
		String job = this.sera.post(SHOWS + this.show.id() + "/move", move).expect(202).text("id");

		await().atMost(Duration.ofMinutes(1))
			.until(() -> this.sera.get("/api/v1/office/jobs/" + job).number("done") == 2);
		Answer moved = this.buyer.get("/api/v1/reservations/" + this.order).expect(200);
		assertThat(Instant.parse(moved.text("startsAt"))).isEqualTo(later);
		assertThat(moved.text("status")).isEqualTo("CONFIRMED");
		assertThat(this.sera.post(SHOWS + this.show.id() + "/move", move).expect(202).text("id")).isEqualTo(job);
		assertThat(this.buyer.get("/api/v1/reservations/" + this.order + "/cancellation").expect(200).number("fee"))
			.isZero();
		this.sera
			.post(SHOWS + this.show.id() + "/move",
					Map.of("startsAt", Instant.EPOCH, "refundUntil", Instant.EPOCH.minusSeconds(1), "reason", "x"))
			.expectProblem(400, "validation-failed");
		this.audience.staff(StaffRole.SUPPORT, null)
			.post(SHOWS + this.show.id() + "/move", move)
			.expectProblem(403, "forbidden");
	}

	private Answer cancel(boolean dryRun) {
		return this.sera.post(SHOWS + this.show.id() + "/cancellation",
				Map.of("reason", "The singer is ill", "dryRun", dryRun));
	}

	private void awaitDone(String job) {
		Callable<Boolean> done = () -> this.sera.get("/api/v1/office/jobs/" + job).text("status").equals("DONE");
		await().atMost(Duration.ofMinutes(1)).until(done);
	}

}
