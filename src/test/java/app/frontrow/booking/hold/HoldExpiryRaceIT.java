package app.frontrow.booking.hold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.ReconciliationFixture;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Several instances sweep while members take the seats over that are being swept.
 */
@RunningProduct
@TestPropertySource(properties = { "frontrow.queue.capacity=1000", "frontrow.queue.admissions-per-second=100000",
		"frontrow.reservations.hold=3s" })
@Tag("database")
class HoldExpiryRaceIT {

	private static final int RIVALS = 24;

	private static final int SWEEPERS = 4;

	@Autowired
	private HoldExpiryJob sweeper;

	@Autowired
	private CatalogueEditService programme;

	@Autowired
	private CatalogueQueryService catalogue;

	@RepeatedTest(2)
	void claimsDuringASweepDoNotDeadlock(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
		ReconciliationFixture books = new ReconciliationFixture(jdbc);
		long before = books.deadlocks();
		long concert = ConcertFixture.onSale(this.programme, 4);
		long show = this.catalogue.findShows(concert).get(0).id();
		MemberFixture audience = new MemberFixture(jdbc, port);
		List<ApiClient> owners = audience.comeIn(audience.members(24), concert);
		List<ApiClient> rivals = audience.comeIn(audience.members(RIVALS), concert);
		// held in pairs that lie across the fours in which they are taken over
		ConcurrentRunner.call(4,
				IntStream.range(0, 24)
					.mapToObj((i) -> ConcurrentRunner.task(() -> owners.get(i).hold(show, 24 - i, 48 - i).expect(201)))
					.toList());
		Set<Integer> taken = ConcurrentHashMap.newKeySet();
		AtomicInteger done = new AtomicInteger();
		List<Callable<Answer>> moves = new ArrayList<>();
		for (int i = 0; i < RIVALS; i++) {
			ApiClient rival = rivals.get(i);
			int first = (i % 12) * 4 + 1;
			moves.add(() -> {
				Answer answer;
				do {
					answer = rival.hold(show, first, first + 1, first + 2, first + 3);
				}
				while (answer.status() == 409 && !taken.contains(first));
				taken.add(first);
				done.incrementAndGet();
				return answer;
			});
		}
		for (int i = 0; i < SWEEPERS; i++) {
			moves.add(() -> {
				while (done.get() < RIVALS) {
					this.sweeper.expireHolds();
				}
				return null;
			});
		}
		List<Answer> answers = ConcurrentRunner.rush(moves).subList(0, RIVALS);
		Map<String, Integer> outcomes = ConcurrentRunner.outcomes(answers);
		assertThat(outcomes).containsOnlyKeys("201", "409 seat-taken");
		// more only if these holds, too, have ended before the others asked
		assertThat(outcomes.get("201")).isGreaterThanOrEqualTo(12);
		assertThat(books.deadlocks()).isEqualTo(before);
		books.audit();
	}

	@Test
	@ProvesRule(rule = "The sweeper frees seats in the order in which others claim them",
			guard = "SeatRepository.releaseSeats", brokenBy = "sorting them downwards")
	void seatsAreFreedInTheOrderOfClaims(@LocalServerPort int port, @Autowired JdbcClient jdbc,
			@Autowired TransactionTemplate transaction) {
		ReconciliationFixture books = new ReconciliationFixture(jdbc);
		long before = books.deadlocks();
		long concert = ConcertFixture.onSale(this.programme, 1);
		long show = this.catalogue.findShows(concert).get(0).id();
		MemberFixture audience = new MemberFixture(jdbc, port);
		// the first to run out has the higher seats
		for (Integer seat : List.of(3, 2, 1)) {
			audience.member().comeIn(concert).hold(show, seat).expect(201);
		}

		transaction.executeWithoutResult((status) -> {
			lock(jdbc, show, 1);
			CompletableFuture
				.runAsync(() -> jdbc
					.sql("update reservations set held_until = utc_timestamp(6) - interval 1 second where show_id = ?")
					.param(show)
					.update())
				.join();
			await().until(() -> books.count("information_schema.innodb_trx where trx_state = 'LOCK WAIT'"
					+ " and trx_query like 'update seats set status = ''AVAILABLE''%'") > 0);
			lock(jdbc, show, 2);
			lock(jdbc, show, 3);
		});

		await().until(() -> books.count("seats where show_id = ? and status = 'AVAILABLE'", show) == 50);
		assertThat(books.deadlocks()).isEqualTo(before);
	}

	private static void lock(JdbcClient jdbc, long show, int seat) {
		jdbc.sql("select status from seats where show_id = ? and seat_no = ? for update")
			.params(show, seat)
			.query(String.class)
			.single();
	}

}
