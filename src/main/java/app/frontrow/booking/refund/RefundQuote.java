package app.frontrow.booking.refund;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import app.frontrow.booking.payment.PaymentRepository.Reading;
import app.frontrow.booking.payment.Ticket;
import app.frontrow.booking.refund.AppliedRule.Kind;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservedSeat;
import app.frontrow.shared.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a refund: what is given back and what is kept.
 *
 * @param tickets at least one
 */
public record RefundQuote(AppliedRule rule, List<RefundedTicket> tickets) {

	/**
	 * Calculates the refund that a request asks for.
	 * @param paid the order's payment with its valid tickets, and the time
	 * @throws InvalidInputException if no ticket is chosen
	 * @throws TicketsNotRefundableException if one of them is not a valid ticket of the
	 * order
	 * @throws RefundChangedException if more would be kept than the person saw
	 */
	public static RefundQuote calculate(Reservation order, Reading paid, CancellationTerms terms,
			RefundRequest request) {
		AppliedRule rule = request.isOrganiserAtFault() ? AppliedRule.free(Kind.ORGANISER)
				: terms.choose(paid.payment().requirePaidAt(), order.startsAt(), paid.at());
		Map<Integer, ReservedSeat> seats = order.seats()
			.stream()
			.collect(Collectors.toMap(ReservedSeat::number, Function.identity()));
		RefundQuote quote = new RefundQuote(rule,
				choose(paid.payment().tickets(), request.tickets()).stream().map((ticket) -> {
					ReservedSeat seat = Objects.requireNonNull(seats.get(ticket.seatNumber()));
					return new RefundedTicket(ticket.code(), ticket.seatNumber(), seat.grade(), seat.price(),
							rule.fee(seat.price()));
				}).toList());
		if (request.expectedPercent() != null && rule.percent() > request.expectedPercent()) {
			throw new RefundChangedException(quote);
		}
		return quote;
	}

	private static List<Ticket> choose(List<Ticket> valid, @Nullable List<String> chosen) {
		if (chosen == null) {
			return valid;
		}
		if (chosen.isEmpty()) {
			throw new InvalidInputException("tickets", "tickets");
		}
		Set<String> open = new HashSet<>(chosen);
		List<Ticket> found = new ArrayList<>();
		for (Ticket ticket : valid) {
			boolean byCode = open.remove(ticket.code());
			boolean bySeat = open.remove(String.valueOf(ticket.seatNumber()));
			if (byCode || bySeat) {
				found.add(ticket);
			}
		}
		if (!open.isEmpty()) {
			throw new TicketsNotRefundableException(open);
		}
		return found;
	}

	/** Returns what is given back, in won. */
	public long refund() {
		return this.tickets.stream().mapToLong(RefundedTicket::refund).sum();
	}

	/** Returns what is kept, in won. */
	public long fee() {
		return this.tickets.stream().mapToLong(RefundedTicket::fee).sum();
	}

	/** Returns what the tickets cost, in won. */
	public long price() {
		return this.tickets.stream().mapToLong(RefundedTicket::price).sum();
	}

	/** Returns the seats that become free. */
	public List<Integer> seatNumbers() {
		return this.tickets.stream().map(RefundedTicket::seatNumber).toList();
	}

}
