package app.frontrow.booking.web.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.booking.OrderQueryService;
import app.frontrow.booking.RefundService;
import app.frontrow.booking.change.ShowChange;
import app.frontrow.booking.change.ShowMove;
import app.frontrow.booking.office.MovedSeat;
import app.frontrow.booking.refund.Refund;
import app.frontrow.booking.refund.RefundedTicket;
import app.frontrow.booking.seat.SeatPosition;
import app.frontrow.booking.web.order.OrderSeatView;
import app.frontrow.booking.web.order.OrderView;
import app.frontrow.booking.web.order.OrderViewFactory;
import app.frontrow.booking.web.order.TicketView;
import app.frontrow.mail.MailMessage;
import app.frontrow.mail.MailMessage.Fact;
import app.frontrow.mail.MailSettings;
import app.frontrow.shared.MoneyFormatter;
import app.frontrow.shared.web.page.PageDateFormatter;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes mails about a member's reservation, in the language of the current context.
 */
@Component
class BookingMailFactory {

	private final OrderQueryService orderQueries;

	private final RefundService refunds;

	private final OrderViewFactory views;

	private final MessageSource texts;

	private final MoneyFormatter money;

	private final PageDateFormatter dates;

	private final MailSettings settings;

	BookingMailFactory(OrderQueryService orderQueries, RefundService refunds, OrderViewFactory views,
			MessageSource texts, MoneyFormatter money, PageDateFormatter dates, MailSettings settings) {
		this.orderQueries = orderQueries;
		this.refunds = refunds;
		this.views = views;
		this.texts = texts;
		this.money = money;
		this.dates = dates;
		this.settings = settings;
	}

	/** Writes what was paid, and the tickets. */
	MailMessage createReceipt(UUID memberId, UUID reservationId) {
		OrderView view = view(memberId, reservationId);
		List<Fact> facts = facts(view);
		facts.add(fact("receipt.amount", this.money.format(view.payment().amount())));
		facts.add(fact("receipt.paid-at", this.dates.brief(view.payment().requirePaidAt())));
		for (TicketView ticket : view.tickets()) {
			facts.add(new Fact(seat(ticket.seat()), ticket.code()));
		}
		return new MailMessage(text("mail.receipt.subject", view.title()), List.of(text("mail.receipt.text")), facts,
				text("mail.receipt.action"), link(reservationId));
	}

	/** Writes which tickets the ticket office gave away. */
	MailMessage createGift(UUID memberId, UUID reservationId) {
		OrderView view = view(memberId, reservationId);
		return new MailMessage(text("mail.complimentary.subject", view.title()),
				List.of(text("mail.complimentary.text")), factsWithTickets(view), text("mail.receipt.action"),
				link(reservationId));
	}

	/** Writes which seat was exchanged, and the tickets that are valid now. */
	MailMessage createReseat(UUID memberId, MovedSeat move) {
		OrderView view = view(memberId, move.reservationId());
		return new MailMessage(text("mail.reseat.subject", view.title()),
				List.of(text("mail.reseat.text", move.from(), move.to())), factsWithTickets(view),
				text("mail.receipt.action"), link(move.reservationId()));
	}

	private List<Fact> factsWithTickets(OrderView view) {
		List<Fact> facts = facts(view);
		view.tickets().forEach((ticket) -> facts.add(new Fact(seat(ticket.seat()), ticket.code())));
		return facts;
	}

	/** Writes what was given back. */
	MailMessage createCancellation(UUID memberId, UUID reservationId) {
		OrderView view = view(memberId, reservationId);
		List<Fact> facts = facts(view);
		facts.add(fact("receipt.refund-amount", this.money.format(view.payment().amount())));
		return new MailMessage(text("mail.cancellation.subject", view.title()), List.of(text("mail.cancellation.text")),
				facts, text("mail.cancellation.action"), link(reservationId));
	}

	/** Writes which tickets were refunded, what was given back and what was kept. */
	MailMessage createRefund(UUID memberId, UUID refundId) {
		Refund refund = this.refunds.getRefund(refundId);
		UUID reservationId = this.orderQueries.getPayment(memberId, refund.paymentId()).reservationId();
		OrderView view = view(memberId, reservationId);
		List<Fact> facts = facts(view);
		facts.add(fact("receipt.refund-number", refund.number()));
		facts.add(fact("receipt.refund-at", this.dates.brief(refund.at())));
		for (RefundedTicket ticket : refund.tickets()) {
			facts.add(new Fact(
					text("order.seat", SeatPosition.of(ticket.seatNumber()).row(), ticket.seatNumber(), ticket.grade()),
					this.money.format(ticket.price())));
		}
		if (refund.fee() > 0) {
			facts.add(fact("receipt.refund-fee", this.money.format(refund.fee())));
		}
		facts.add(fact("receipt.refund-amount", this.money.format(refund.amount())));
		return new MailMessage(text("mail.cancellation.subject", view.title()), List.of(text("mail.cancellation.text")),
				facts, text("mail.cancellation.action"), link(reservationId));
	}

	/**
	 * Writes the new and the old date of a moved show.
	 * @return empty if the member has cancelled it since
	 */
	Optional<MailMessage> createMove(UUID memberId, ShowMove move) {
		OrderView view = view(memberId, move.reservationId());
		if (!view.paid()) {
			return Optional.empty();
		}
		List<Fact> facts = facts(view);
		facts.add(fact("mail.show-moved.before", this.dates.full(move.oldStartsAt())));
		facts.add(fact("mail.show-moved.refund-until", this.dates.full(move.refundUntil())));
		return Optional.of(new MailMessage(text("mail.show-moved.subject", view.title()),
				List.of(text("mail.show-moved.text")), facts, text("mail.receipt.action"), link(move.reservationId())));
	}

	/**
	 * Writes what a bought show is like now, and what it was like before.
	 * @return empty if the member has cancelled it since
	 */
	Optional<MailMessage> createChange(ShowChange change) {
		OrderView view = view(change.memberId(), change.reservationId());
		if (!view.paid()) {
			return Optional.empty();
		}
		List<Fact> facts = new ArrayList<>();
		facts.add(fact("mail.concert", view.title()));
		facts.addAll(facts(view));
		facts.add(fact("mail.show-changed.before", change.oldTitle() + ", " + change.oldVenue()));
		return Optional.of(new MailMessage(text("mail.show-changed.subject", view.title()),
				List.of(text("mail.show-changed.text")), facts, text("mail.receipt.action"),
				link(change.reservationId())));
	}

	private OrderView view(UUID memberId, UUID reservationId) {
		return this.views.create(this.orderQueries.getOrder(memberId, reservationId), 0);
	}

	private List<Fact> facts(OrderView view) {
		List<Fact> facts = new ArrayList<>();
		if (view.reservation().bookingNumber() != null) {
			facts.add(fact("receipt.booking-number", view.reservation().bookingNumber()));
		}
		facts.add(fact("mail.show", this.dates.full(view.reservation().startsAt())));
		if (view.venue() != null) {
			facts.add(fact("mail.venue", view.venue()));
		}
		if (view.address() != null) {
			facts.add(fact("mail.address", view.address()));
		}
		if (view.doorsAt() != null) {
			facts.add(fact("mail.doors", this.dates.time(view.doorsAt())));
		}
		return facts;
	}

	private String seat(OrderSeatView seat) {
		return text("order.seat", seat.row(), seat.number(), seat.grade());
	}

	private Fact fact(String key, String value) {
		return new Fact(text(key), value);
	}

	private String link(UUID reservationId) {
		return this.settings.link("/reservations/" + reservationId);
	}

	private String text(String key, Object... arguments) {
		return this.texts.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
