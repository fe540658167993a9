package app.frontrow.catalogue.cache;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import app.frontrow.catalogue.cache.CatalogueCache.Reading;
import app.frontrow.catalogue.concert.ConcertFilter;
import app.frontrow.catalogue.concert.ConcertTexts;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static app.frontrow.catalogue.cache.CachedConcertFixture.concert;
import static org.assertj.core.api.Assertions.assertThat;

class CatalogueCacheTests {

	private static final long SHOW = 100;

	private static final int ROUNDS = 2_000;

	private final ConcertSearchService search = new ConcertSearchService();

	private final CatalogueCache cache = new CatalogueCache(this.search);

	private final NoOpTransactionExecutor transactions = new NoOpTransactionExecutor();

	@BeforeEach
	void aConcertWithTwoShows() {
		read(concert(1, "A", 50, 40));
	}

	@Test
	@ProvesRule(rule = "A reading that began before a sale does not undo the sale",
			guard = "LocalChangeTracker.isNewer", brokenBy = "leaving out the time")
	void earlierReadingDoesNotUndoASale() {
		Reading seats = this.cache.beginRefresh();
		Reading whole = this.cache.beginRefresh();
		Reading renamed = this.cache.beginRefresh();
		sell(3);

		seats.addSeatsLeft(SHOW, 50);
		seats.close();
		whole.addFound(List.of(concert(1, "A", 50, 30)));
		whole.close();
		renamed.addFound(List.of(concert(1, "B", 50, 20)));
		renamed.close();

		assertThat(left(SHOW)).isEqualTo(47);
	}

	@Test
	@ProvesRule(rule = "A reading that ends during a sale does not count the sale twice",
			guard = "LocalChangeTracker.isNewer", brokenBy = "leaving out the running sales")
	void readingDuringASaleDoesNotCountItTwice() {
		this.transactions.commit(() -> {
			this.cache.sellAfterCommit(SHOW, 3);
			try (Reading reading = this.cache.beginRefresh()) {
				// as if the sale were committed, and its thread slow
				reading.addSeatsLeft(SHOW, 47);
			}
		});

		assertThat(left(SHOW)).isEqualTo(47);
	}

	@Test
	void olderReadingDoesNotUndoANewerOne() {
		Reading older = this.cache.beginRefresh();
		try (Reading newer = this.cache.beginRefresh()) {
			newer.addSeatsLeft(SHOW, 10);
		}
		older.addSeatsLeft(SHOW, 50);
		older.close();

		assertThat(left(SHOW)).isEqualTo(10);
	}

	@Test
	void rolledBackSaleChangesNothing() {
		this.transactions.rollBack(() -> this.cache.sellAfterCommit(SHOW, 3));

		assertThat(left(SHOW)).isEqualTo(50);
	}

	@Test
	void changeKeepsTheSeatsLeftOfRemainingShows() {
		sell(3);

		this.cache.put(concert(1, 2, "B", CachedConcertFixture.NOW.plusSeconds(1), 50));

		assertThat(left(SHOW)).isEqualTo(47);
		assertThat(this.cache.findConcertOfShow(101)).isNull();
		assertThat(this.cache.isShowGone(101)).isTrue();
		assertThat(found("A")).isEmpty();
		assertThat(found("B")).containsExactly(1L);
	}

	@Test
	void olderRevisionDoesNotReplaceANewerOne() {
		this.cache.put(concert(1, 3, "C", CachedConcertFixture.NOW, 50));
		this.cache.put(concert(1, 2, "B", CachedConcertFixture.NOW, 50));
		read(concert(1, 2, "B", CachedConcertFixture.NOW, 50));

		assertThat(found("C")).containsExactly(1L);
	}

	@Test
	void earlierReadingDoesNotUndoAWithdrawal() {
		Reading reading = this.cache.beginRefresh();
		this.cache.withdraw(1);
		reading.addFound(List.of(concert(1, "A", 50, 40)));
		reading.close();
		this.cache.put(concert(1, 2, "B", CachedConcertFixture.NOW, 50));

		assertThat(this.cache.findConcert(1)).isNull();
		assertThat(this.cache.findConcertOfShow(SHOW)).isNull();
		assertThat(this.cache.isConcertGone(1)).isTrue();
		assertThat(found("")).isEmpty();
	}

	@Test
	void missingConcertIsRemovedUnlessItIsNew() {
		try (Reading reading = this.cache.beginRefresh()) {
			this.cache.put(concert(2, "New", 50));
			reading.addMissing(1);
			reading.addMissing(2);
		}

		assertThat(found("")).containsExactly(2L);
	}

	@Test
	void unchangedConcertKeepsItsObject() {
		CachedConcert before = this.cache.findConcert(1);
		read(concert(1, "A", 50, 39));

		assertThat(this.cache.findConcert(1)).isSameAs(before);
		assertThat(left(101)).isEqualTo(39);
	}

	/**
	 * In each round four sell and four read, all at once; after it, before another
	 * reading could mend anything, memory and database agree.
	 */
	@Test
	void concurrentSalesAndReadingsAgreeWithTheDatabase() throws Exception {
		AtomicInteger[] database = { new AtomicInteger(50), new AtomicInteger(50) };
		read(concert(1, "A", 50, 50));
		List<String> disagreements = new CopyOnWriteArrayList<>();
		CyclicBarrier round = new CyclicBarrier(8, () -> {
			List<Integer> known = this.cache.findConcert(1).shows().stream().map(Show::seatsLeft).toList();
			List<Integer> right = Arrays.stream(database).map(AtomicInteger::get).toList();
			if (!known.equals(right)) {
				disagreements.add(known + " instead of " + right);
				read(concert(1, "A", right.get(0), right.get(1)));
			}
		});
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Future<Void>> all = IntStream.range(0, 8).mapToObj((number) -> threads.submit(() -> {
				for (int i = 0; i < ROUNDS; i++) {
					if (number < 4) {
						sellOne(database, number % 2, (i % 2 == 0) ? 1 : -1);
					}
					else {
						readOnce(database, number);
					}
					round.await(1, TimeUnit.MINUTES);
				}
				return (Void) null;
			})).toList();
			for (Future<Void> thread : all) {
				thread.get(2, TimeUnit.MINUTES);
			}
		}
		finally {
			threads.shutdownNow();
		}

		assertThat(disagreements).isEmpty();
	}

	private void readOnce(AtomicInteger[] database, int number) {
		try (Reading reading = this.cache.beginRefresh()) {
			int[] left = Arrays.stream(database).mapToInt(AtomicInteger::get).toArray();
			Thread.yield();
			switch (number) {
				case 4 -> reading.addFound(List.of(concert(1, "A", left)));
				case 5 -> reading.addFound(List.of(concert(1, "B", left)));
				default -> IntStream.range(0, 2).forEach((show) -> reading.addSeatsLeft(SHOW + show, left[show]));
			}
		}
	}

	/** A sale, and one that is rolled back. */
	private void sellOne(AtomicInteger[] database, int show, int seats) {
		this.transactions.commit(() -> {
			this.cache.sellAfterCommit(SHOW + show, seats);
			Thread.yield();
			database[show].addAndGet(-seats);
			Thread.yield();
		});
		this.transactions.rollBack(() -> this.cache.sellAfterCommit(SHOW + show, seats));
	}

	private void sell(int seats) {
		this.transactions.commit(() -> this.cache.sellAfterCommit(SHOW, seats));
	}

	private void read(CachedConcert concert) {
		try (Reading reading = this.cache.beginRefresh()) {
			reading.addFound(List.of(concert));
		}
	}

	private int left(long showId) {
		return this.cache.findConcertOfShow(showId).show(showId).seatsLeft();
	}

	private List<Long> found(String title) {
		return Arrays
			.stream(this.search.find(new ConcertFilter(title, null, null, null, null),
					CachedConcertFixture.micros(CachedConcertFixture.NOW)))
			.filter((concert) -> title.isEmpty()
					|| concert.toConcert(new ConcertTexts("", null, null), CachedConcertFixture.NOW)
						.title()
						.equals(title))
			.map(CachedConcert::id)
			.toList();
	}

}
