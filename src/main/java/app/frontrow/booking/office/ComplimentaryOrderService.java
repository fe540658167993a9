package app.frontrow.booking.office;

import java.util.List;
import java.util.UUID;

import app.frontrow.booking.hold.SeatHoldService;
import app.frontrow.booking.hold.SeatSaleService;
import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.payment.PaymentRepository;
import app.frontrow.booking.payment.PaymentRepository.Reading;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.payment.Ticket;
import app.frontrow.booking.payment.TicketCodeGenerator;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.mail.MailOutboxService;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives seats to a member for nothing. The order is made like every other order: the
 * seats are held, then confirmed, and the member gets tickets. Only the payment of money
 * is left out.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ComplimentaryOrderService {

	private final SeatHoldService holds;

	private final SeatSaleService sales;

	private final PaymentRepository payments;

	private final TicketCodeGenerator codes;

	private final MailOutboxService mails;

	private final CatalogueEditService catalogue;

	private final JdbcClient jdbc;

	ComplimentaryOrderService(SeatHoldService holds, SeatSaleService sales, PaymentRepository payments,
			TicketCodeGenerator codes, MailOutboxService mails, CatalogueEditService catalogue, JdbcClient jdbc) {
		this.holds = holds;
		this.sales = sales;
		this.payments = payments;
		this.codes = codes;
		this.mails = mails;
		this.catalogue = catalogue;
		this.jdbc = jdbc;
	}

	/**
	 * Gives all the seats or none. The caller then calls {@link #countGiven}, at the end
	 * of the same transaction.
	 * @param numbers in ascending order
	 * @return the confirmed reservation
	 * @throws app.frontrow.booking.reservation.SeatTakenException if a seat is held, sold
	 * or blocked
	 */
	public Reservation give(Show show, List<Integer> numbers, UUID memberId, StaffDecision decision) {
		Reservation held = this.holds.hold(this.holds.prepareForFree(show, memberId, numbers));
		this.payments.insertPending(held);
		Reading pending = this.payments.read(held.id());
		Reservation confirmed = this.sales.confirm(held);
		this.payments.markPaid(createPaid(pending, confirmed), show.id());
		insert(confirmed.id(), decision);
		this.mails.add("complimentary", memberId, confirmed.id());
		return confirmed;
	}

	/**
	 * Counts the seats as sold. Many members change this count, so it is changed last.
	 */
	public void countGiven(Show show, int seats) {
		this.catalogue.countSold(show.concertId(), show.id(), seats);
	}

	private Payment createPaid(Reading pending, Reservation reservation) {
		List<Ticket> tickets = reservation.seatNumbers()
			.stream()
			.map((seat) -> new Ticket(this.codes.generate(), seat))
			.toList();
		return new Payment(pending.payment().id(), reservation.id(), 0, PaymentStatus.PAID,
				pending.payment().createdAt(), pending.at(), null, tickets);
	}

	private void insert(UUID reservationId, StaffDecision decision) {
		this.jdbc
			.sql("insert into complimentary_orders (reservation_id, reason, username, given_at)"
					+ " values (:id, :reason, :username, utc_timestamp(6))")
			.param("id", reservationId.toString())
			.param("reason", decision.reason())
			.param("username", decision.username())
			.update();
	}

}
