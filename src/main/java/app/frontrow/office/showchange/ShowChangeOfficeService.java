package app.frontrow.office.showchange;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.booking.ShowOrderService;
import app.frontrow.booking.ShowOrderService.Sales;
import app.frontrow.catalogue.ShowChangeService;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.members.Member;
import app.frontrow.office.showchange.ShowJob.Kind;
import app.frontrow.office.showchange.ShowJob.Status;
import app.frontrow.office.trail.TrailKind;
import app.frontrow.office.trail.TrailService;
import app.frontrow.shared.TimeOrderedUuid;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.shared.text.ReadableTextRules;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Cancels and moves shows for the staff, and starts the job that changes the orders.
 */
@Service
public class ShowChangeOfficeService {

	private static final int MAX_REASON = 300;

	private final ShowChangeService shows;

	private final ShowOrderService orders;

	private final ShowJobRepository jobs;

	private final TrailService trail;

	private final RetryingTransactionExecutor transactions;

	ShowChangeOfficeService(ShowChangeService shows, ShowOrderService orders, ShowJobRepository jobs,
			TrailService trail, RetryingTransactionExecutor transactions) {
		this.shows = shows;
		this.orders = orders;
		this.jobs = jobs;
		this.trail = trail;
		this.transactions = transactions;
	}

	/** Counts the orders that a cancellation would refund. Nothing changes. */
	public Sales preview(long showId) {
		return this.orders.count(showId);
	}

	/**
	 * Cancels a show. Its sale ends at once; a job refunds all orders in full. If the
	 * show is cancelled already, its job is returned.
	 * @throws NotFoundException if there is no such show
	 * @throws InvalidInputException if the reason is missing, too long or unreadable
	 * @throws app.frontrow.shared.error.Refusal if the show has begun
	 */
	public ShowJob cancel(Member staff, long showId, String reason) {
		String told = checkReason(reason);
		return this.transactions.run(() -> {
			Optional<ShowJob> earlier = findJob(showId).filter((job) -> job.kind() == Kind.CANCEL);
			if (earlier.isPresent()) {
				return earlier.get();
			}
			Show before = this.shows.cancel(showId, told);
			return start(staff, before, Kind.CANCEL, null, null, told);
		});
	}

	/**
	 * Moves a show. Its tickets stay valid; a job tells the members, who may give them
	 * back without a fee for some time. If the show was just moved to that date, its job
	 * is returned.
	 * @param refundUntil until when tickets can be returned without a fee; before the new
	 * date
	 * @throws NotFoundException if there is no such show
	 * @throws InvalidInputException if a date or the reason breaks a rule
	 * @throws app.frontrow.shared.error.Refusal if the show has begun, or does not take
	 * place any more
	 */
	public ShowJob move(Member staff, long showId, Instant startsAt, Instant refundUntil, String reason) {
		String told = checkReason(reason);
		if (!refundUntil.isBefore(startsAt)) {
			throw new InvalidInputException("refundUntil", "refund-after-show");
		}
		return this.transactions.run(() -> {
			Optional<ShowJob> same = findJob(showId).filter((job) -> startsAt.equals(job.movesTo()));
			if (same.isPresent()) {
				return same.get();
			}
			Show before = this.shows.move(showId, startsAt, told);
			return start(staff, before, Kind.MOVE, startsAt, refundUntil, told);
		});
	}

	private ShowJob start(Member staff, Show before, Kind kind, @Nullable Instant movesTo,
			@Nullable Instant refundUntil, String reason) {
		int total = this.orders.count(before.id()).orders();
		ShowJob job = new ShowJob(TimeOrderedUuid.next(), kind, before.concertId(), before.id(), before.startsAt(),
				movesTo, refundUntil, reason, staff.username(), total, 0, 0, 0, Status.RUNNING, null, null);
		this.jobs.insert(job);
		Map<String, Object> after = new HashMap<>();
		after.put("startsAt", movesTo);
		after.put("refundUntil", refundUntil);
		after.put("orders", total);
		this.trail.record((kind == Kind.CANCEL) ? TrailKind.SHOW_CANCELLED : TrailKind.SHOW_MOVED,
				"show:" + before.id(), before.concertId(), Map.of("startsAt", before.startsAt()), after, reason);
		return get(job.id());
	}

	/**
	 * Returns a job.
	 * @throws NotFoundException if there is no such job
	 */
	public ShowJob get(UUID id) {
		return this.jobs.find(id).orElseThrow(NotFoundException::new);
	}

	/** Returns the newest job of a show. */
	public Optional<ShowJob> findJob(long showId) {
		return this.jobs.findNewest(showId);
	}

	private static String checkReason(String reason) {
		String told = reason.strip();
		int length = told.codePointCount(0, told.length());
		if (length < 1 || length > MAX_REASON) {
			throw new InvalidInputException("reason", "length", 1, MAX_REASON);
		}
		if (!ReadableTextRules.isLines(told)) {
			throw new InvalidInputException("reason", "unreadable");
		}
		return told;
	}

}
