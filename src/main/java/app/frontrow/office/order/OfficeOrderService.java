package app.frontrow.office.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import app.frontrow.members.Member;
import app.frontrow.office.order.OrderDetail.OrderNote;
import app.frontrow.office.order.OrderDetail.OrderPayment;
import app.frontrow.office.order.OrderDetail.OrderRefund;
import app.frontrow.office.order.OrderDetail.TimelineStep;
import app.frontrow.office.trail.TrailKind;
import app.frontrow.office.trail.TrailService;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.StaffRole;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.shared.text.ReadableTextRules;
import app.frontrow.staff.StaffAccessService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Finds and reads orders for the staff. Orders contain personal data, so each search and
 * each reading adds an entry to the trail.
 */
@Service
public class OfficeOrderService {

	/** Who may read orders. */
	public static final Set<StaffRole> READERS = Set.of(StaffRole.BOX_OFFICE, StaffRole.SUPPORT);

	private static final int MAX_NOTE = 500;

	private final OrderReadRepository orders;

	private final OrderHistoryRepository history;

	private final StaffAccessService staff;

	private final TrailService trail;

	private final RetryingTransactionExecutor transactions;

	OfficeOrderService(OrderReadRepository orders, OrderHistoryRepository history, StaffAccessService staff,
			TrailService trail, RetryingTransactionExecutor transactions) {
		this.orders = orders;
		this.history = history;
		this.staff = staff;
		this.trail = trail;
		this.transactions = transactions;
	}

	/** Finds orders of the concerts that the member's roles cover, the newest first. */
	public PageOf<OrderSummary> find(Member reader, OrderQuery query, int page, int size) {
		PageOf<OrderSummary> found = this.orders.find(this.staff.getScope(reader.id(), READERS), query, page, size);
		note(TrailKind.ORDERS_SEARCHED, "orders", query.concertId(),
				Map.of("text", query.text(), "found", found.items().size()));
		return found;
	}

	/**
	 * Returns all that is known about an order.
	 * @throws NotFoundException if there is none
	 */
	public OrderDetail get(UUID id) {
		OrderSummary order = read(id);
		OrderPayment payment = this.history.findPayment(id);
		List<OrderRefund> refunds = this.history.findRefunds(payment.id());
		List<OrderNote> notes = this.history.findNotes(id);
		note(TrailKind.ORDER_SEEN, subject(id), order.concertId(), null);
		return new OrderDetail(order, payment, this.history.findTickets(payment.id()), refunds, notes,
				timeline(order, payment, refunds, notes, this.history.findSeatSteps(id)));
	}

	/**
	 * Returns the concert of an order.
	 * @throws NotFoundException if there is no such order
	 */
	public long getConcertId(UUID id) {
		return read(id).concertId();
	}

	/**
	 * Writes a note about an order. Only the staff reads it.
	 * @throws InvalidInputException if the text is empty, too long or unreadable
	 * @throws NotFoundException if there is no such order
	 */
	public void addNote(Member author, UUID id, String text) {
		OrderSummary order = read(id);
		String note = text.strip();
		int length = note.codePointCount(0, note.length());
		if (length < 1 || length > MAX_NOTE) {
			throw new InvalidInputException("text", "length", 1, MAX_NOTE);
		}
		if (!ReadableTextRules.isLines(note)) {
			throw new InvalidInputException("text", "unreadable");
		}
		this.transactions.run(() -> {
			this.history.insertNote(id, author.username(), note);
			this.trail.record(TrailKind.ORDER_NOTED, subject(id), order.concertId(), null, Map.of("text", note), null);
			return null;
		});
	}

	private OrderSummary read(UUID id) {
		return this.orders.find(id).stream().findFirst().orElseThrow(NotFoundException::new);
	}

	private void note(TrailKind what, String subject, @Nullable Long concertId, @Nullable Object after) {
		this.transactions.run(() -> {
			this.trail.record(what, subject, concertId, null, after, null);
			return null;
		});
	}

	private static List<TimelineStep> timeline(OrderSummary order, OrderPayment payment, List<OrderRefund> refunds,
			List<OrderNote> notes, List<TimelineStep> seatSteps) {
		String member = order.member().username();
		List<TimelineStep> steps = new ArrayList<>(seatSteps);
		boolean given = order.total() == 0;
		if (!given) {
			steps.add(new TimelineStep(order.createdAt(), "held", member));
		}
		if (payment.paidAt() != null && !given) {
			steps.add(new TimelineStep(payment.paidAt(), "paid", member));
		}
		refunds.forEach((refund) -> steps
			.add(new TimelineStep(refund.at(), "refunded", (refund.by() != null) ? refund.by() : member)));
		notes.forEach((note) -> steps.add(new TimelineStep(note.at(), "noted", note.by())));
		steps.sort(Comparator.comparing(TimelineStep::at));
		return steps;
	}

	private static String subject(UUID id) {
		return "order:" + id;
	}

}
