package app.frontrow.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.cache.CatalogueRefreshJob;
import app.frontrow.catalogue.cache.ConnectionCounter;
import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.NotFoundException;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * What the catalogue costs, and how fresh it is.
 */
@Tag("database")
@RunningProduct
@Import(CatalogueQueryServiceIT.Counting.class)
class CatalogueQueryServiceIT {

	private static final int VISITORS = 32;

	@Autowired
	private CatalogueQueryService catalogue;

	@Autowired
	private CatalogueEditService programme;

	@Autowired
	private CatalogueRefreshJob job;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private ConnectionCounter connections;

	private final List<Long> inserted = new ArrayList<>();

	private long concert;

	private long show;

	@BeforeEach
	void concertOnSale() {
		this.concert = ConcertFixture.onSale(this.programme, 2);
		this.show = this.catalogue.findShows(this.concert).get(0).id();
	}

	@AfterEach
	void resetData() {
		update("shows set seats_left = 50 where concert_id = ?", this.concert);
		for (long other : this.inserted) {
			this.jdbc.sql("delete from shows where concert_id = ?").param(other).update();
			this.jdbc.sql("delete from concerts where id = ?").param(other).update();
		}
	}

	@Test
	@ProvesRule(rule = "Concerts that are known cost no database connection",
			guard = "CatalogueQueryService.getSaleTerms", brokenBy = "reading them each time")
	void warmReadsTakeNoConnection() throws Exception {
		int before = this.connections.taken();

		atOnce(() -> {
			for (int i = 0; i < 50; i++) {
				assertThat(this.catalogue.getConcert(this.concert).seatsLeft()).isEqualTo(100);
				assertThat(this.catalogue.getSaleTerms(this.concert).seatsLeft()).isEqualTo(100);
				assertThat(this.catalogue.findShows(this.concert)).hasSize(2);
				assertThat(this.catalogue.getShow(this.show).concertId()).isEqualTo(this.concert);
				assertThat(this.catalogue.search("은하수", SaleStatus.ON_SALE, 0, 20).items()).isNotEmpty();
				assertThat(this.catalogue.search("", null, 0, 20).items()).isNotEmpty();
			}
			return null;
		});

		assertThat(this.connections.taken() - before).isZero();
	}

	@Test
	void concertOfAnotherInstanceIsReadOnce() throws Exception {
		this.job.stop();
		try {
			long other = insert("Elsewhere " + UUID.randomUUID());
			int before = this.connections.taken();

			List<Integer> answers = atOnce(() -> this.catalogue.getSaleTerms(other).seatsLeft());

			assertThat(answers).hasSize(VISITORS).containsOnly(50);
			assertThat(this.connections.taken() - before).isEqualTo(1);
		}
		finally {
			this.job.start();
		}
	}

	@Test
	void changesOfAnotherInstanceAreSeen() {
		String title = "Elsewhere " + UUID.randomUUID();
		long other = insert(title);
		await().until(() -> this.catalogue.search(title, null, 0, 10).totalItems() == 1);

		update("shows set seats_left = 0 where id = ?", this.show);
		update("concerts set title = 'Renamed', description = 'Rewritten' where id = ?", this.concert);
		await().untilAsserted(() -> {
			assertThat(this.catalogue.getShow(this.show).seatsLeft()).isZero();
			assertThat(this.catalogue.getConcert(this.concert).seatsLeft()).isEqualTo(50);
			assertThat(this.catalogue.getConcert(this.concert).title()).isEqualTo("Renamed");
			assertThat(this.catalogue.getConcert(this.concert).description()).isEqualTo("Rewritten");
		});

		update("shows set withdrawn = true where id = ?", this.show);
		await().untilAsserted(() -> assertThat(this.catalogue.findShows(this.concert)).hasSize(1));
		assertThatThrownBy(() -> this.catalogue.getShow(this.show)).isInstanceOf(NotFoundException.class);

		update("concerts set withdrawn = true where id = ?", other);
		await().until(() -> this.catalogue.search(title, null, 0, 10).totalItems() == 0);
		assertThatThrownBy(() -> this.catalogue.getConcert(other)).isInstanceOf(NotFoundException.class);
	}

	@Test
	void fullPassFindsMissedChanges() {
		String title = "Late " + UUID.randomUUID();
		update("concerts set title = '" + title + "', changed_at = '2001-01-01 00:00:00' where id = ?", this.concert);
		update("shows set seats_left = 7, changed_at = '2001-01-01 00:00:00' where id = ?", this.show);
		this.job.refresh();
		assertThat(this.catalogue.getShow(this.show).seatsLeft()).isEqualTo(50);

		this.job.stop();
		this.job.start();

		assertThat(this.catalogue.getShow(this.show).seatsLeft()).isEqualTo(7);
		assertThat(this.catalogue.search(title, null, 0, 10).totalItems()).isEqualTo(1);
	}

	@Test
	void changesOfThisInstanceAreSeenAtOnce() {
		this.transaction.executeWithoutResult((status) -> this.programme.countSold(this.concert, this.show, 50));
		assertThat(this.catalogue.getConcert(this.concert).seatsLeft()).isEqualTo(50);
		assertThat(this.catalogue.getShow(this.show).seatsLeft()).isZero();

		String title = "Changed " + UUID.randomUUID();
		ConcertDraft draft = ConcertFixture.draft(Instant.EPOCH.plusSeconds(1_000_000_000), 2);
		this.programme.change(this.concert, new ConcertDraft(title, draft.artist(), draft.venue(), "Other words.",
				draft.salesOpenAt(), draft.shows(), draft.prices()), Set.of());
		assertThat(this.catalogue.search(title, SaleStatus.ON_SALE, 0, 10).items()).singleElement()
			.isEqualTo(this.catalogue.getConcert(this.concert))
			.satisfies((found) -> assertThat(found.description()).isEqualTo("Other words."))
			.satisfies((found) -> assertThat(found.seatsLeft()).isEqualTo(50));

		this.programme.withdraw(this.concert);
		assertThat(this.catalogue.search(title, null, 0, 10).items()).isEmpty();
		assertThatThrownBy(() -> this.catalogue.getConcert(this.concert)).isInstanceOf(NotFoundException.class);
	}

	@Test
	void newPricesAloneReachOtherInstances() {
		String changedAt = changedAt();
		ConcertDraft draft = ConcertFixture.draft(this.catalogue.getConcert(this.concert).salesOpenAt(), 2);

		this.programme.change(this.concert, new ConcertDraft("T", "A", "V", "D", draft.salesOpenAt(), draft.shows(),
				List.of(new PriceBand("R", 1, 50, 1))), Set.of());
		String described = changedAt();
		this.programme.change(this.concert, new ConcertDraft("T", "A", "V", "D", draft.salesOpenAt(), draft.shows(),
				List.of(new PriceBand("R", 1, 50, 2))), Set.of());

		assertThat(described).isNotEqualTo(changedAt);
		assertThat(changedAt()).isNotEqualTo(described);
	}

	@Test
	void ageShowsWhenTheDatabaseWasLastRead(@Autowired MeterRegistry meters) {
		await().until(() -> meters.get("frontrow.catalogue.age").timeGauge().value(TimeUnit.SECONDS) < 5);
		assertThat(meters.get("frontrow.catalogue.concerts").gauge().value()).isPositive();
	}

	private long insert(String title) {
		return this.transaction.execute((status) -> {
			this.jdbc.sql("insert into concerts (title, artist, venue, description, sales_open_at, first_show_at,"
					+ " last_show_at, created_at) select ?, artist, venue, description, sales_open_at, first_show_at,"
					+ " last_show_at, created_at from concerts where id = ?")
				.params(title, this.concert)
				.update();
			long id = this.jdbc.sql("select last_insert_id()").query(Long.class).single();
			this.jdbc
				.sql("insert into shows (concert_id, starts_at, seats_left) select ?, starts_at, 50 from shows"
						+ " where id = ?")
				.params(id, this.show)
				.update();
			this.inserted.add(id);
			return id;
		});
	}

	private void update(String update, long id) {
		assertThat(this.jdbc.sql("update " + update).param(id).update()).isPositive();
	}

	private String changedAt() {
		return this.jdbc.sql("select changed_at from concerts where id = ?")
			.param(this.concert)
			.query(String.class)
			.single();
	}

	/** What as many visitors as there are get when they all come at the same time. */
	private static <T> List<T> atOnce(Callable<T> visit) throws Exception {
		CyclicBarrier start = new CyclicBarrier(VISITORS);
		ExecutorService threads = Executors.newFixedThreadPool(VISITORS,
				(task) -> new Thread(task, ConnectionCounter.THREADS));
		try {
			List<Future<T>> visits = new ArrayList<>();
			for (int i = 0; i < VISITORS; i++) {
				visits.add(threads.submit(() -> {
					start.await(1, TimeUnit.MINUTES);
					return visit.call();
				}));
			}
			List<T> answers = new ArrayList<>();
			for (Future<T> future : visits) {
				answers.add(future.get(1, TimeUnit.MINUTES));
			}
			return answers;
		}
		finally {
			threads.shutdownNow();
		}
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Counting {

		@Bean
		static ConnectionCounter connectionCounter() {
			return new ConnectionCounter();
		}

	}

}
