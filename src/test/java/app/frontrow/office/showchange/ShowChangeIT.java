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
import app.frontrow.rules.ProvesRule;
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
		keepHalfOfThePrice(this.order);
		this.holder = buyer();
		this.holder.hold(this.show.id(), 40).expect(201);
		Map<String, Object> block = Map.of("seatNumbers", List.of(50), "reason", "Camera");
		this.sera.post(SHOWS + this.show.id() + "/blocks", block).expect(201);
		Map<String, Object> gift = Map.of("seatNumbers", List.of(49), "username",
				this.holder.get("/api/v1/members/me").text("username"), "reason", "Guest");
		this.sera.post(SHOWS + this.show.id() + "/complimentary", gift).expect(201);
	}

	/** What a member who cancels would lose now. */
	private void keepHalfOfThePrice(String reservation) {
		this.jdbc.sql("update payments set paid_at = paid_at - interval 25 hour where reservation_id = ?")
			.param(reservation)
			.update();
		this.jdbc.sql("update reservations set cancellation_rules = '0:50' where id = ?").param(reservation).update();
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
	@ProvesRule(rule = "Nothing is kept of the orders of a cancelled show", guard = "ShowChangeJob.refundAll",
			brokenBy = "using the rules of the order")
	@ProvesRule(rule = "A cancelled show has no blocked seats", guard = "ShowChangeJob.refundAll",
			brokenBy = "leaving out releaseBlockedSeats")
	@ProvesRule(rule = "The same cancellation again is the same job", guard = "ShowChangeOfficeService.cancel",
			brokenBy = "leaving out the earlier job")
	void cancelledShowRefundsEverybodyOnce() {
		String job = cancel(false).expect(202).text("id");
		awaitDone(job);

		assertThat(this.buyer.get("/api/v1/wallet").number("balance")).isEqualTo(1_000_000);
		assertThat(this.buyer.get("/api/v1/reservations/" + this.order).text("status")).isEqualTo("CANCELLED");
		assertThat(this.holder.get("/api/v1/reservations?status=HELD").number("totalItems")).isZero();
		assertThat(this.sera.get("/api/v1/office/jobs/" + job).number("sum")).isEqualTo(180_000);
		assertThat(this.jdbc.sql("select count(*) from seats where show_id = ?")
			.param(this.show.id())
			.query(Long.class)
			.single()).isZero();
		this.holder.hold(this.show.id(), 41).expectProblem(404, "not-found");
		this.sera
			.post("/api/v1/office/orders/" + this.order + "/reseat", Map.of("from", 31, "to", 33, "reason", "Broken"))
			.expectProblem(409, "not-reseatable");
		assertThat(cancel(false).expect(202).text("id")).isEqualTo(job);
		assertThat(this.buyer.get("/api/v1/wallet").number("balance")).isEqualTo(1_000_000);
		Answer concert = this.buyer.get("/api/v1/concerts/" + this.show.concertId()).expect(200);
		assertThat(concert.text("/notices/0/reason")).isEqualTo("The singer is ill");
		this.books.audit();
	}

	@Test
	@ProvesRule(rule = "The progress of a cancelled show counts each refund", guard = "ShowOrderService.refundAll",
			brokenBy = "leaving out the counter")
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
	@ProvesRule(rule = "The same move again does nothing twice", guard = "ShowChangeOfficeService.move",
			brokenBy = "leaving out the earlier job")
	void movedShowKeepsItsTicketsAndMayBeReturned() {
		assertThat(cancellationFee()).isEqualTo(90_000);
		Instant later = weekLater();
		Map<String, Object> move = move(later, later.minus(1, ChronoUnit.DAYS));
		String job = move(move).expect(202).text("id");

		await().atMost(Duration.ofMinutes(1)).until(() -> job(job).number("done") == 2);
		assertThat(startOf(this.buyer, this.order)).isEqualTo(later);
		assertThat(this.buyer.get("/api/v1/reservations/" + this.order).text("status")).isEqualTo("CONFIRMED");
		assertThat(move(move).expect(202).text("id")).isEqualTo(job);
		assertThat(cancellationFee()).isZero();
		this.audience.staff(StaffRole.SUPPORT, null)
			.post(SHOWS + this.show.id() + "/move", move)
			.expectProblem(403, "forbidden");
	}

	@Test
	@ProvesRule(rule = "Tickets of a moved show may be returned until before its new date",
			guard = "ShowChangeOfficeService.move", brokenBy = "leaving out the comparison")
	void wrongDatesMoveNothing() {
		Instant later = weekLater();

		move(move(Instant.EPOCH, Instant.EPOCH.minusSeconds(1))).expectProblem(400, "validation-failed");
		Instant past = Instant.now().minus(30, ChronoUnit.MINUTES);
		move(move(past, past.minusSeconds(1))).expectProblem(400, "validation-failed");
		move(move(later, later)).expectProblem(400, "validation-failed");

		assertThat(startOf(this.buyer, this.order)).isEqualTo(this.show.startsAt());
	}

	/** Another instance may sell a seat with the old date for about a second. */
	@Test
	@ProvesRule(rule = "An order that another instance makes during a move is moved too",
			guard = "ShowChangeJob.moveAll", brokenBy = "finishing at once")
	@ProvesRule(rule = "Each order of a moved show is moved once", guard = "ShowReservationRepository.move",
			brokenBy = "leaving out starts_at in both methods")
	void orderThatWasMadeDuringTheMoveIsMovedToo() {
		Instant later = weekLater();
		String job = move(move(later, later.minus(1, ChronoUnit.DAYS))).expect(202).text("id");
		await().atMost(Duration.ofMinutes(1)).until(() -> job(job).number("done") == 2);
		ApiClient late = buyer();
		String order = late.hold(this.show.id(), 10).expect(201).text("id");
		late.pay(order).expect(201);
		this.jdbc.sql("update reservations set starts_at = starts_at - interval 7 day where id = ?")
			.param(order)
			.update();

		awaitDone(job);

		assertThat(startOf(late, order)).isEqualTo(later);
		assertThat(job(job).number("done")).as("each order is counted once").isEqualTo(3);
	}

	@Test
	@ProvesRule(rule = "Each cancelled or moved show is in the trail", guard = "ShowChangeOfficeService.start",
			brokenBy = "leaving out record")
	void changesAreInTheTrail() {
		Instant later = weekLater();
		move(move(later, later.minus(1, ChronoUnit.DAYS))).expect(202);
		cancel(false).expect(202);

		String who = this.sera.get("/api/v1/members/me").text("username");
		Answer trail = this.audience.admin().get("/api/v1/office/trail?who=" + who).expect(200);
		assertThat(trail.json().at("/items").findValuesAsString("what")).startsWith("show-cancelled", "show-moved");
		assertThat(trail.text("/items/0/reason")).isEqualTo("The singer is ill");
		assertThat(trail.text("/items/1/before")).contains(this.show.startsAt().toString());
		assertThat(trail.text("/items/1/after")).contains(later.toString(), "\"orders\":2");
	}

	private Instant weekLater() {
		return this.show.startsAt().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
	}

	private static Map<String, Object> move(Instant startsAt, Instant refundUntil) {
		return Map.of("startsAt", startsAt, "refundUntil", refundUntil, "reason", "The hall is closed");
	}

	private Answer move(Map<String, Object> move) {
		return this.sera.post(SHOWS + this.show.id() + "/move", move);
	}

	private Answer job(String id) {
		return this.sera.get("/api/v1/office/jobs/" + id).expect(200);
	}

	private long cancellationFee() {
		return this.buyer.get("/api/v1/reservations/" + this.order + "/cancellation").expect(200).number("fee");
	}

	private static Instant startOf(ApiClient member, String reservation) {
		return Instant.parse(member.get("/api/v1/reservations/" + reservation).expect(200).text("startsAt"));
	}

	private Answer cancel(boolean dryRun) {
		return this.sera.post(SHOWS + this.show.id() + "/cancellation",
				Map.of("reason", "The singer is ill", "dryRun", dryRun));
	}

	private void awaitDone(String job) {
		Callable<Boolean> done = () -> job(job).text("status").equals("DONE");
		await().atMost(Duration.ofMinutes(1)).until(done);
	}

}
