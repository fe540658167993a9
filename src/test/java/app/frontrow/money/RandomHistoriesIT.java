package app.frontrow.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Programme;
import app.frontrow.catalogue.Show;
import app.frontrow.journey.Concerts;
import app.frontrow.members.Members;
import app.frontrow.payments.Checkout;
import app.frontrow.payments.Reconciliation;
import app.frontrow.waitingroom.WaitingRoom;
import app.frontrow.wallet.Wallets;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random histories of sixteen threads over one show each: holds that run out, payments,
 * refunds, top-ups, the same and other keys. Afterwards everything that was acknowledged
 * is there, and the books agree.
 * <p>
 * A failure names its seed; {@code -Dhistory.seed=<seed>} plays that one alone, and
 * {@code -Dhistory.count=<n>} plays that many from there.
 */
@RunningProduct
@TestPropertySource(properties = { "frontrow.reservations.hold=150ms", "frontrow.queue.capacity=1000",
		"frontrow.queue.admissions-per-second=100000", "frontrow.wallet.max-balance=1000000000" })
class RandomHistoriesIT {

	private static final Logger log = LoggerFactory.getLogger(RandomHistoriesIT.class);

	private static final int THREADS = 16;

	private static final int OPERATIONS = 400;

	private static final int MEMBERS = 8;

	@Autowired
	private Programme programme;

	@Autowired
	private Catalogue catalogue;

	@Autowired
	private Members members;

	@Autowired
	private Checkout checkout;

	@Autowired
	private Wallets wallets;

	@Autowired
	private WaitingRoom waitingRoom;

	@Autowired
	private Reconciliation reconciliation;

	@Test
	void whatIsAcknowledgedIsThereAndTheBooksAgree() throws Exception {
		long first = Long.getLong("history.seed", 1);
		int count = Integer.getInteger("history.count", (System.getProperty("history.seed") != null) ? 1 : 200);
		List<UUID> ids = IntStream.range(0, MEMBERS)
			.mapToObj((i) -> this.members
				.register("h" + UUID.randomUUID().toString().substring(0, 20), "correct horse", "무작위 🎲")
				.id())
			.toList();
		int acknowledged = 0;
		int refused = 0;
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			for (long seed = first; seed < first + count; seed++) {
				List<RandomHistory> histories = play(seed, ids, threads);
				acknowledged += histories.stream().mapToInt(RandomHistory::acknowledged).sum();
				refused += histories.stream().mapToInt(RandomHistory::refused).sum();
				if (seed % 50 == 0) {
					assertThat(this.reconciliation.run().differences()).as("the books after seed %d", seed).isEmpty();
				}
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.reconciliation.run().differences()).isEmpty();
		log.info("Seeds {} to {}: {} operations acknowledged, {} refused", first, first + count - 1, acknowledged,
				refused);
		assertThat(acknowledged).isGreaterThan(count * OPERATIONS / 10);
	}

	private List<RandomHistory> play(long seed, List<UUID> ids, ExecutorService threads) throws Exception {
		Show show = Concerts.showOnSale(this.programme, this.catalogue);
		List<RandomHistory> histories = ids.stream()
			.map((id) -> new RandomHistory(id, this.checkout, this.wallets, this.waitingRoom))
			.toList();
		List<Future<?>> running = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			Random random = new Random(seed * THREADS + i);
			RandomHistory history = histories.get(i % MEMBERS);
			running.add(threads.submit(() -> {
				for (int step = 0; step < OPERATIONS / THREADS; step++) {
					history.act(random, show);
				}
			}));
		}
		try {
			for (Future<?> one : running) {
				one.get();
			}
			histories.forEach(RandomHistory::check);
		}
		catch (Exception | AssertionError failure) {
			throw new AssertionError("Seed " + seed + " failed; play it alone with -Dhistory.seed=" + seed, failure);
		}
		return histories;
	}

}
