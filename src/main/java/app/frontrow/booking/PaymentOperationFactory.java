package app.frontrow.booking;

import java.util.Objects;
import java.util.UUID;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.hold.SeatSaleService;
import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.payment.PaymentRepository;
import app.frontrow.booking.payment.PaymentRepository.Reading;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.payment.Ticket;
import app.frontrow.booking.payment.TicketCodeGenerator;
import app.frontrow.booking.reservation.PayableHold;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.mail.MailOutboxService;
import app.frontrow.idempotency.IdempotentOperation;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.wallet.WalletService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes the operation that pays a held reservation. All transactions lock rows in the
 * same order: wallet, allowance, reservation, seats, ledger, payment, idempotency record,
 * show. The show comes last, because all payments for it wait for its row.
 */
@Component
public class PaymentOperationFactory {

	private final WaitingRoomService waitingRoom;

	private final ReservationQueryService reservations;

	private final SeatSaleService sales;

	private final WalletService wallets;

	private final PaymentRepository payments;

	private final TicketCodeGenerator codes;

	private final MailOutboxService mails;

	private final OrderWebhookService webhooks;

	private final PassUpdateService passUpdates;

	PaymentOperationFactory(WaitingRoomService waitingRoom, ReservationQueryService reservations, SeatSaleService sales,
			WalletService wallets, PaymentRepository payments, TicketCodeGenerator codes, MailOutboxService mails,
			OrderWebhookService webhooks, PassUpdateService passUpdates) {
		this.waitingRoom = waitingRoom;
		this.reservations = reservations;
		this.sales = sales;
		this.wallets = wallets;
		this.payments = payments;
		this.codes = codes;
		this.mails = mails;
		this.webhooks = webhooks;
		this.passUpdates = passUpdates;
	}

	public IdempotentOperation<Payment> prepare(UUID memberId, @Nullable String queueToken, UUID reservationId) {
		return new PaymentOperation(memberId, queueToken, reservationId);
	}

	/**
	 * Prepares a payment after a top-up. The top-up stays if the payment is refused.
	 * @param topUp won
	 */
	IdempotentOperation<Payment> prepareWithTopUp(UUID memberId, @Nullable String queueToken, UUID reservationId,
			long topUp) {
		return new TopUpPaymentOperation(this.wallets, memberId, topUp, prepare(memberId, queueToken, reservationId));
	}

	private final class PaymentOperation implements IdempotentOperation<Payment> {

		private final UUID memberId;

		private final @Nullable String queueToken;

		private final UUID reservationId;

		private @Nullable PayableHold hold;

		PaymentOperation(UUID memberId, @Nullable String queueToken, UUID reservationId) {
			this.memberId = memberId;
			this.queueToken = queueToken;
			this.reservationId = reservationId;
		}

		@Override
		public void check() {
			if (this.queueToken != null) {
				waitingRoom.requireOwner(this.queueToken, this.memberId);
			}
		}

		/**
		 * Debits the wallet, sells the seats, and writes ledger line, payment and
		 * tickets.
		 */
		@Override
		public Payment execute() {
			PayableHold found = reservations.findPayableHold(this.memberId, this.reservationId);
			this.hold = found;
			Reservation reservation = found.reservation();
			if (this.queueToken != null) {
				// this only reads the token and calls no store
				waitingRoom.identify(this.queueToken, this.memberId, reservation.concertId());
			}
			long balance = wallets.debit(this.memberId, reservation.total());
			Reading pending = payments.read(reservation.id());
			sales.confirm(reservation);
			Payment paid = paid(pending, balance, reservation);
			wallets.recordPayment(this.memberId, reservation.total(), paid.id(), balance, paid.requirePaidAt());
			payments.markPaid(paid, reservation.showId());
			mails.add("receipt", this.memberId, reservation.id());
			return paid;
		}

		private Payment paid(Reading pending, long balance, Reservation reservation) {
			Payment payment = pending.payment();
			return new Payment(payment.id(), payment.reservationId(), payment.amount(), PaymentStatus.PAID,
					payment.createdAt(), pending.at(), balance,
					reservation.seatNumbers().stream().map((seat) -> new Ticket(codes.generate(), seat)).toList());
		}

		@Override
		public void updateSharedRows(Payment paid) {
			sales.countSold(requireHold().reservation());
			webhooks.tellPaid(requireHold().reservation(), paid);
		}

		@Override
		public void afterCommit(Payment paid) {
			passUpdates.followPayment(requireHold());
		}

		/** Returns the hold that {@link #execute} has found. */
		private PayableHold requireHold() {
			return Objects.requireNonNull(this.hold);
		}

	}

}
