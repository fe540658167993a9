package app.frontrow.money;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import app.frontrow.booking.CheckoutService;
import app.frontrow.booking.OrderQueryService;
import app.frontrow.booking.RefundService;
import app.frontrow.booking.reconciliation.ReconciliationChecker;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ProductTest;
import app.frontrow.members.MemberService;
import app.frontrow.office.seat.OrderOfficeService;
import app.frontrow.office.seat.SeatOfficeService;
import app.frontrow.office.showchange.ShowChangeOfficeService;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.wallet.WalletService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Random histories of sixteen threads over one show each: holds that run out, payments,
 * refunds of orders and of tickets, top-ups, the same and other keys, seats that the
 * office blocks and exchanges, and shows that it cancels or moves. Afterwards everything
 * that was acknowledged is there, what was not answered is there or is not, and the books
 * agree.
 * <p>
 * A failure names its seed; {@code -Dhistory.seed=<seed>} plays that one alone, and
 * {@code -Dhistory.count=<n>} plays that many from there.
 */
@TestPropertySource(properties = { "frontrow.reservations.hold=150ms", "frontrow.queue.capacity=1000",
		"frontrow.queue.admissions-per-second=100000", "frontrow.wallet.max-balance=1000000000" })
@Tag("database")
class RandomHistoriesIT extends ProductTest {

	private static final Logger log = LoggerFactory.getLogger(RandomHistoriesIT.class);

	private static final int COUNT = Integer.getInteger("history.count",
			(System.getProperty("history.seed") != null) ? 1 : 12);

	private static final int THREADS = 16;

	private static final int OPERATIONS = 400;

	private static final int MEMBERS = 8;

	@Autowired
	private MemberService members;

	@Autowired
	private CheckoutService checkout;

	@Autowired
	private OrderQueryService orderQueries;

	@Autowired
	private RefundService refunds;

	@Autowired
	private WalletService wallets;

	@Autowired
	private WaitingRoomService waitingRoom;

	@Autowired
	private SeatOfficeService seats;

	@Autowired
	private OrderOfficeService orders;

	@Autowired
	private ShowChangeOfficeService changes;

	@Autowired
	private ReconciliationChecker reconciliation;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

	private List<UUID> ids;

	@BeforeEach
	void someMembers() {
		this.ids = IntStream.range(0, MEMBERS)
			.mapToObj((i) -> this.members
				.register("h" + UUID.randomUUID().toString().substring(0, 20), "correct horse", "무작위 🎲")
				.id())
			.toList();
	}

	@AfterEach
	void endThreads() {
		this.threads.shutdownNow();
	}

	@Test
	void acknowledgedWorkIsStoredAndReconciled() throws Exception {
		long first = Long.getLong("history.seed", 1);
		int acknowledged = 0;
		int refused = 0;
		int unanswered = 0;
		for (long seed = first; seed < first + COUNT; seed++) {
			List<RandomHistory> histories = histories(ConcertFixture.showOnSale(this.programme, this.catalogue));
			finish(seed, histories, start(seed, histories));
			histories.forEach(RandomHistory::leave);
			acknowledged += sum(histories, RequestLog::acknowledged);
			refused += sum(histories, RequestLog::refused);
			unanswered += sum(histories, RequestLog::unanswered);
			if (seed % 50 == 0) {
				assertThat(this.reconciliation.checkAll().differences()).as("the books after seed %d", seed).isEmpty();
			}
		}
		assertThat(this.reconciliation.checkAll().differences()).isEmpty();
		log.info("Seeds {} to {}: {} requests acknowledged, {} refused, {} unknown at first", first, first + COUNT - 1,
				acknowledged, refused, unanswered);
		assertThat(acknowledged).isGreaterThan(COUNT * OPERATIONS / 10);
	}

	@ParameterizedTest
	@ValueSource(strings = { "seats where show_id = ?", "wallets where ? > 0" })
	void unansweredRequestsAreAnsweredLater(String rows) throws Exception {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		this.ids.forEach((id) -> this.wallets.charge(id, 400_000, null));
		List<RandomHistory> histories = histories(show);

		List<Future<?>> running = this.transaction.execute((status) -> {
			this.jdbc.queryForList("select * from " + rows + " for update", show.id());
			List<Future<?>> started = start(4_711, histories);
			await().atMost(Duration.ofMinutes(1)).until(() -> sum(histories, RequestLog::unanswered) > 0);
			return started;
		});

		finish(4_711, histories, running);
		assertThat(this.reconciliation.checkAll().differences()).isEmpty();
	}

	@Test
	void showThatIsCancelledMeanwhileGivesAllMoneyBack() throws Exception {
		for (long seed = 1; seed <= COUNT / 10; seed++) {
			Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
			List<RandomHistory> histories = histories(show);
			List<Future<?>> running = start(seed, histories);
			await().until(() -> sum(histories, RequestLog::acknowledged) > OPERATIONS / 4);
			UUID job = staff(show).cancel();

			settle(seed, histories, running);
			await().atMost(Duration.ofMinutes(2)).until(() -> staff(show).isDone(job));
			histories.forEach(RandomHistory::checkRefunded);
		}
		assertThat(this.reconciliation.checkAll().differences()).isEmpty();
	}

	@Test
	void showThatIsMovedMeanwhileKeepsItsOrders() throws Exception {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		List<RandomHistory> histories = histories(show);
		List<Future<?>> running = start(1, histories);
		await().until(() -> sum(histories, RequestLog::acknowledged) > OPERATIONS / 4);
		Instant later = show.startsAt().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS);
		UUID job = staff(show).move(later);

		finish(1, histories, running);
		await().atMost(Duration.ofMinutes(2)).until(() -> staff(show).isDone(job));
		histories.forEach((history) -> history.checkMoved(later));
		assertThat(this.reconciliation.checkAll().differences()).isEmpty();
	}

	private RandomStaff staff(Show show) {
		return new RandomStaff(show, this.seats, this.orders, this.changes);
	}

	private List<RandomHistory> histories(Show show) {
		return this.ids.stream()
			.map((id) -> new RandomHistory(id, show, this.checkout, this.orderQueries, this.refunds, this.wallets,
					this.waitingRoom, staff(show)))
			.toList();
	}

	private List<Future<?>> start(long seed, List<RandomHistory> histories) {
		List<Future<?>> running = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			Random random = new Random(seed * THREADS + i);
			RandomHistory history = histories.get(i % MEMBERS);
			running.add(this.threads.submit(() -> {
				for (int step = 0; step < OPERATIONS / THREADS; step++) {
					history.act(random);
				}
			}));
		}
		return running;
	}

	private static void finish(long seed, List<RandomHistory> histories, List<Future<?>> running) {
		settle(seed, histories, running);
		explain(seed, () -> {
			histories.forEach(RandomHistory::check);
			return null;
		});
	}

	private static void settle(long seed, List<RandomHistory> histories, List<Future<?>> running) {
		explain(seed, () -> {
			for (Future<?> one : running) {
				one.get();
			}
			histories.forEach((history) -> history.requests().settle());
			return null;
		});
	}

	private static void explain(long seed, Callable<?> part) {
		try {
			part.call();
		}
		catch (Exception | AssertionError failure) {
			throw new AssertionError("Seed " + seed + " failed; play it alone with -Dhistory.seed=" + seed, failure);
		}
	}

	private static int sum(List<RandomHistory> histories, ToIntFunction<RequestLog> figure) {
		return histories.stream().map(RandomHistory::requests).mapToInt(figure).sum();
	}

}
