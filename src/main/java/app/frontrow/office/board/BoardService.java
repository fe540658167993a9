package app.frontrow.office.board;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import app.frontrow.office.board.BoardRepository.BoardConcert;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.staff.StaffScope;
import app.frontrow.waitingroom.QueueFigures;
import app.frontrow.waitingroom.QueueFiguresReader;
import app.frontrow.waitingroom.policy.QueueControl;
import app.frontrow.waitingroom.policy.QueueControlService;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Makes the board of a concert. It takes four statements, however large the sale is. All
 * who watch a concert on this instance share a board for a second.
 */
@Service
public class BoardService {

	/** How many minutes the board shows. */
	public static final int SHOWN_MINUTES = 60;

	/** How many minutes after the opening two sales are compared. */
	public static final int COMPARED_MINUTES = 120;

	private static final int MAX_MINUTES = 1_440;

	private static final int MAX_SALES = 50;

	private static final Duration SHARED_FOR = Duration.ofSeconds(1);

	private final BoardRepository concerts;

	private final SaleHistoryRepository history;

	private final QueueFiguresReader queues;

	private final QueueControlService controls;

	private final RetryingTransactionExecutor transactions;

	private final Cache<Long, Board> shared = Caffeine.newBuilder()
		.expireAfterWrite(SHARED_FOR)
		.maximumSize(1_000)
		.build();

	BoardService(BoardRepository concerts, SaleHistoryRepository history, QueueFiguresReader queues,
			QueueControlService controls, RetryingTransactionExecutor transactions) {
		this.concerts = concerts;
		this.history = history;
		this.queues = queues;
		this.controls = controls;
		this.transactions = transactions;
	}

	/**
	 * Returns the board with the last minutes of the sale. It is at most a second old.
	 * @throws NotFoundException if there is no such concert
	 */
	public Board get(long concertId) {
		return this.shared.get(concertId, (id) -> this.transactions.run(() -> read(id, null)));
	}

	/**
	 * Returns the board with the minutes from a time on, at most those of a day.
	 * @throws NotFoundException if there is no such concert
	 */
	public Board get(long concertId, Instant from) {
		return this.transactions.run(() -> read(concertId, from));
	}

	/**
	 * Returns every minute of a sale since its opening, including minutes in which
	 * nothing happened.
	 * @throws NotFoundException if there is no such concert
	 */
	public List<SaleMinute> getSinceOpening(long concertId) {
		BoardConcert concert = this.concerts.findConcert(concertId).orElseThrow(NotFoundException::new);
		Instant opening = concert.salesOpenAt().truncatedTo(ChronoUnit.MINUTES);
		return fill(this.history.find(concertId, opening, opening.plus(COMPARED_MINUTES, ChronoUnit.MINUTES)), opening,
				COMPARED_MINUTES);
	}

	/** Returns the latest sales that a board may be compared with. */
	public List<RecordedSale> findSales(StaffScope scope) {
		return this.history.findSales(MAX_SALES).stream().filter((sale) -> scope.covers(sale.concertId())).toList();
	}

	/**
	 * Returns every minute that the board shows, including minutes in which nothing
	 * happened.
	 */
	public static List<SaleMinute> fill(Board board) {
		return fill(board.perMinute(), firstMinute(board.asOf()), SHOWN_MINUTES);
	}

	private static List<SaleMinute> fill(List<SaleMinute> found, Instant first, int minutes) {
		Map<Instant, SaleMinute> byMinute = found.stream()
			.collect(Collectors.toMap(SaleMinute::minute, Function.identity()));
		return IntStream.range(0, minutes)
			.mapToObj((number) -> first.plus(number, ChronoUnit.MINUTES))
			.map((minute) -> byMinute.getOrDefault(minute, SaleMinute.empty(minute)))
			.toList();
	}

	private static Instant firstMinute(Instant now) {
		return now.truncatedTo(ChronoUnit.MINUTES).minus(SHOWN_MINUTES - 1, ChronoUnit.MINUTES);
	}

	private Board read(long concertId, @Nullable Instant from) {
		BoardConcert concert = this.concerts.findConcert(concertId).orElseThrow(NotFoundException::new);
		List<BoardShow> shows = this.concerts.findShows(concertId);
		Instant first = (from != null) ? from.truncatedTo(ChronoUnit.MINUTES) : firstMinute(concert.readAt());
		BoardFunnel totals = this.history.findTotals(concertId);
		Optional<QueueFigures> figures = this.queues.find(concertId);
		QueueControl control = this.controls.findControl(concertId);
		BoardQueue queue = figures.map((found) -> BoardQueue.of(control, found))
			.orElseGet(() -> BoardQueue.ofQuietQueue(control, totals.admitted()));
		return new Board(concertId, concert.title(), concert.salesOpenAt(), concert.readAt(), shows,
				shows.stream().mapToLong(BoardShow::revenue).sum(), queue, totals,
				this.history.find(concertId, first, first.plus(MAX_MINUTES, ChronoUnit.MINUTES)));
	}

}
