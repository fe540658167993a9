package app.frontrow.booking.seat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

import app.frontrow.booking.seat.SeatRepository.Row;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

/**
 * The map that all readers share, while many read and change it at once. The clock
 * stands, so nothing is forgotten by its age.
 */
class SeatMapConcurrencyTests {

	private static final int WRITERS = 8;

	private static final int READERS = 8;

	private static final int ROUNDS = 500;

	private static final long CONCERT = 42;

	private static final long SHOW = 11;

	/**
	 * Stands for the database: who holds which seat; each writer changes a seat of its
	 * own.
	 */
	private final AtomicReferenceArray<UUID> owners = new AtomicReferenceArray<>(WRITERS);

	private final SeatRepository seats = mock(withSettings().stubOnly());

	private final CatalogueQueryService catalogue = mock(withSettings().stubOnly());

	private final SeatChangeCounter changes = new SeatChangeCounter();

	private final SeatMapService map = new SeatMapService(this.seats, this.catalogue, this.changes, () -> 0);

	private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + READERS);

	@BeforeEach
	void oneShow() {
		given(this.catalogue.getShow(SHOW))
			.willReturn(new Show(SHOW, CONCERT, Instant.parse("2030-06-01T10:00:00Z"), 50));
		given(this.seats.findByShow(SHOW)).willAnswer((call) -> rows());
	}

	@AfterEach
	void endThreads() {
		this.threads.shutdownNow();
	}

	@Test
	@ProvesRule(rule = "A member who changed a seat sees the change at once, also among many",
			guard = "SeatMapService.getPlan", brokenBy = "leaving out the comparison of counts")
	void changeIsSeenAtOnceAndOnlyByItsMember() throws Exception {
		AtomicBoolean over = new AtomicBoolean();
		List<Future<?>> writers = new ArrayList<>();
		List<Future<?>> readers = new ArrayList<>();
		for (int i = 0; i < WRITERS; i++) {
			int seat = i;
			writers.add(this.threads.submit((Callable<?>) () -> changeAndLook(seat)));
		}
		for (int i = 0; i < READERS; i++) {
			readers.add(this.threads.submit((Callable<?>) () -> lookUntil(over)));
		}

		try {
			for (Future<?> writer : writers) {
				writer.get();
			}
		}
		finally {
			over.set(true);
		}
		for (Future<?> reader : readers) {
			reader.get();
		}
	}

	/** Takes and frees a seat in turn, and looks after each change. */
	private Object changeAndLook(int seat) {
		UUID member = UUID.randomUUID();
		for (int round = 1; round <= ROUNDS; round++) {
			boolean takes = round % 2 == 1;
			this.owners.set(seat, takes ? member : null);
			countChange();

			List<Seat> seen = this.map.getPlan(SHOW, member).seats();

			assertThat(seen.get(seat).mine()).as("seat %d after round %d", seat, round).isEqualTo(takes);
			assertThat(seen).filteredOn((other) -> other.number() != seat + 1).noneMatch(Seat::mine);
		}
		return null;
	}

	/**
	 * Looks as somebody without a seat, until the changes are over, and once more then.
	 */
	private Object lookUntil(AtomicBoolean over) {
		UUID member = UUID.randomUUID();
		boolean last;
		do {
			last = over.get();
			assertThat(this.map.getPlan(SHOW, member).seats()).noneMatch(Seat::mine);
		}
		while (!last);
		assertThat(this.map.getPlan(SHOW, member).seats()).extracting(Seat::status).containsOnly(SeatStatus.AVAILABLE);
		return null;
	}

	/** Others have the machine before the reader has its rows. */
	private List<Row> rows() {
		List<Row> rows = IntStream.range(0, WRITERS).mapToObj((seat) -> {
			UUID owner = this.owners.get(seat);
			return (owner != null) ? new Row(seat + 1, "R", 1_000, SeatStatus.HELD, owner.toString())
					: new Row(seat + 1, "R", 1_000, SeatStatus.AVAILABLE, null);
		}).toList();
		Thread.yield();
		return rows;
	}

	private void countChange() {
		TransactionSynchronizationManager.initSynchronization();
		try {
			this.changes.countAfterCommit(CONCERT, SHOW);
			TransactionSynchronizationUtils.triggerAfterCommit();
		}
		finally {
			TransactionSynchronizationManager.clearSynchronization();
		}
	}

}
