package app.frontrow.booking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.refund.Refund;
import app.frontrow.booking.refund.RefundedTicket;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.webhooks.WebhookEvent;
import app.frontrow.webhooks.WebhookOutboxService;
import app.frontrow.webhooks.WebhookType;

import org.springframework.stereotype.Component;

/**
 * Adds webhook messages about payments and refunds, within the caller's transaction.
 */
@Component
class OrderWebhookService {

	private final WebhookOutboxService outbox;

	OrderWebhookService(WebhookOutboxService outbox) {
		this.outbox = outbox;
	}

	/**
	 * Reports that the order was paid, and that its show is sold out if no seat is left.
	 * Call this after the seats were counted.
	 */
	void tellPaid(Reservation reservation, Payment payment) {
		Map<String, Object> show = new LinkedHashMap<>();
		show.put("concertId", reservation.concertId());
		show.put("showId", reservation.showId());
		show.put("startsAt", reservation.startsAt().toString());
		this.outbox
			.add(List.of(new WebhookEvent(WebhookType.ORDER_PAID, reservation.id(), describe(reservation, payment)),
					new WebhookEvent(WebhookType.SHOW_SOLD_OUT, payment.id(), show, reservation.showId())));
	}

	/** Reports which tickets of the order were refunded, and how much was given back. */
	void tellRefunded(Reservation reservation, Payment payment, Refund refund) {
		Map<String, Object> data = describe(reservation, payment);
		data.put("refundNumber", refund.number());
		data.put("seatNumbers", refund.tickets().stream().map(RefundedTicket::seatNumber).toList());
		data.put("amount", refund.amount());
		data.put("fee", refund.fee());
		this.outbox.add(List.of(new WebhookEvent(WebhookType.ORDER_REFUNDED, refund.id(), data)));
	}

	private static Map<String, Object> describe(Reservation reservation, Payment payment) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("reservationId", reservation.id().toString());
		data.put("bookingNumber", reservation.bookingNumber());
		data.put("paymentId", payment.id().toString());
		data.put("concertId", reservation.concertId());
		data.put("showId", reservation.showId());
		data.put("startsAt", reservation.startsAt().toString());
		data.put("seatNumbers", reservation.seatNumbers());
		data.put("amount", payment.amount());
		return data;
	}

}
