package app.frontrow.payments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Show;
import app.frontrow.idempotency.AnswerRecorder;
import app.frontrow.idempotency.IdempotentRequests;
import app.frontrow.idempotency.RequestKey;
import app.frontrow.reservations.HoldToPay;
import app.frontrow.reservations.PassUse;
import app.frontrow.reservations.Reservation;
import app.frontrow.reservations.ReservationStatus;
import app.frontrow.reservations.SeatChoice;
import app.frontrow.reservations.SeatHolds;
import app.frontrow.shared.ActionLimit;
import app.frontrow.shared.NotFoundException;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.Transactions;
import app.frontrow.waitingroom.Admission;
import app.frontrow.waitingroom.WaitingRoom;
import app.frontrow.waitingroom.place.Pass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

/**
 * The way from a free seat to a ticket: hold, pay, cancel. Asks the waiting room only
 * while no transaction is open.
 */
@Service
public class Checkout {

	private static final Logger log = LoggerFactory.getLogger(Checkout.class);

	private final IdempotentRequests requests;

	private final MemberLocks locks;

	private final Transactions transactions;

	private final OrderTransactions steps;

	private final SeatHolds seatHolds;

	private final Payments payments;

	private final Catalogue catalogue;

	private final WaitingRoom waitingRoom;

	private final PassCompletionJob passes;

	private final ActionLimit limit;

	Checkout(IdempotentRequests requests, MemberLocks locks, Transactions transactions, OrderTransactions steps,
			SeatHolds seatHolds, Payments payments, Catalogue catalogue, WaitingRoom waitingRoom,
			PassCompletionJob passes, ActionLimit limit) {
		this.requests = requests;
		this.locks = locks;
		this.transactions = transactions;
		this.steps = steps;
		this.seatHolds = seatHolds;
		this.payments = payments;
		this.catalogue = catalogue;
		this.waitingRoom = waitingRoom;
		this.passes = passes;
		this.limit = limit;
	}

	/**
	 * Holds seats for a member whose turn it is, all or none, and writes the pending
	 * payment. The member's pass then lasts at least as long as the hold.
	 * @param queueToken the member's queue token for the show's concert
	 * @param choice the seats, and the sum that the member was shown
	 * @param key the client's idempotency key, null for none
	 * @throws NotFoundException if there is no such show
	 * @throws app.frontrow.shared.Refusal for seats that are taken, too many or no seats,
	 * a sum that differs from what was shown or that no balance can pay, a show that is
	 * not on sale, and a member whose turn it is not
	 */
	public Order hold(UUID memberId, String queueToken, SeatChoice choice, String key) {
		this.limit.check("hold", memberId);
		return this.requests.once(new RequestKey(memberId, "reservations", key, choice), Order.class,
				(recorder) -> hold(memberId, queueToken, choice, recorder));
	}

	private Order hold(UUID memberId, String queueToken, SeatChoice choice, AnswerRecorder<Order> recorder) {
		this.waitingRoom.requireOwner(queueToken, memberId);
		Show show = this.catalogue.show(choice.showId());
		Admission admission = this.waitingRoom.requireTurn(queueToken, memberId, show.concertId());
		Order order = this.locks.run(memberId, () -> {
			this.seatHolds.precheck(show, choice.seatNumbers());
			return this.transactions.run(() -> this.steps.hold(admission, show, choice, recorder));
		});
		Reservation reservation = order.reservation();
		// no hold of the member ends later, unless this one is cut off by its show
		followHold(admission.pass(), () -> reservation.heldUntil().isBefore(reservation.startsAt())
				? reservation.heldUntil() : this.seatHolds.use(reservation.pass()).liveHoldEnd());
		return order;
	}

	/**
	 * Pays a held reservation from the member's balance; its seats are the member's then.
	 * The pass has done its work with the last live hold. A live hold is payable whatever
	 * became of the pass.
	 * @param queueToken the member's queue token for the concert, null for none
	 * @param key the client's idempotency key, null for none
	 * @throws NotFoundException if there is no such reservation, or it is somebody else's
	 * @throws app.frontrow.shared.Refusal if the balance is too low, the hold has ended,
	 * it is paid already, or the queue token is not the member's for this concert;
	 * nothing has changed then
	 */
	public Payment pay(UUID memberId, String queueToken, UUID reservationId, String key) {
		this.limit.check("pay", memberId);
		return this.requests.once(new RequestKey(memberId, "payments", key, reservationId), Payment.class,
				(recorder) -> pay(memberId, queueToken, reservationId, recorder));
	}

	private Payment pay(UUID memberId, String queueToken, UUID reservationId, AnswerRecorder<Payment> recorder) {
		if (queueToken != null) {
			this.waitingRoom.requireOwner(queueToken, memberId);
		}
		Paid paid = this.transactions.run(() -> {
			HoldToPay hold = this.seatHolds.holdToPay(memberId, reservationId);
			if (queueToken != null) {
				// asks no store
				this.waitingRoom.identify(queueToken, memberId, hold.reservation().concertId());
			}
			return new Paid(this.steps.pay(hold.reservation(), recorder), hold);
		});
		Pass pass = paid.hold().reservation().pass();
		if (paid.hold().holdsMore()) {
			followReservations(pass);
		}
		else {
			this.passes.complete(pass);
		}
		return paid.payment();
	}

	/**
	 * Gives up a hold, or gives a paid reservation back: its seats are free at once, its
	 * tickets void, and its price is in the balance again.
	 * @throws NotFoundException if there is no such reservation, or it is somebody else's
	 * @throws app.frontrow.reservations.NotCancellableException if it has ended already,
	 * or its show has begun
	 */
	public Order cancel(UUID memberId, UUID reservationId) {
		this.limit.check("cancel", memberId);
		Order order = this.transactions.run(() -> {
			Reservation reservation = this.seatHolds.find(memberId, reservationId);
			return (reservation.status() == ReservationStatus.CONFIRMED) ? this.steps.refund(reservation)
					: this.steps.release(reservation);
		});
		followReservations(order.reservation().pass());
		return order;
	}

	/**
	 * The member's reservation with its payment.
	 * @throws NotFoundException if there is none, or it is somebody else's
	 */
	public Order order(UUID memberId, UUID reservationId) {
		return order(this.seatHolds.find(memberId, reservationId));
	}

	/**
	 * The member's reservations with their payments, newest first.
	 * @param status null for any
	 */
	public PageOf<Order> orders(UUID memberId, ReservationStatus status, int page, int size) {
		PageOf<Reservation> found = this.seatHolds.ofMember(memberId, status, page, size);
		Map<UUID, Payment> byReservation = this.payments
			.ofReservations(found.items().stream().map(Reservation::id).toList());
		return found.map((reservation) -> consistent(reservation, byReservation.get(reservation.id())));
	}

	/**
	 * One of the member's payments.
	 * @throws NotFoundException if there is none, or it is somebody else's
	 */
	public Payment payment(UUID memberId, UUID paymentId) {
		Payment payment = this.payments.find(memberId, paymentId).orElseThrow(NotFoundException::new);
		return order(memberId, payment.reservationId()).payment();
	}

	/**
	 * The member's payments, newest first.
	 */
	public PageOf<Payment> payments(UUID memberId, int page, int size) {
		return this.payments.ofMember(memberId, page, size);
	}

	private Order order(Reservation reservation) {
		return consistent(reservation, this.payments.ofReservation(reservation.id()));
	}

	/**
	 * The payment of a hold that has run out is cancelled, whether or not that is written
	 * yet.
	 */
	private static Order consistent(Reservation reservation, Payment payment) {
		if (reservation.status() != ReservationStatus.EXPIRED || payment.status() != PaymentStatus.PENDING) {
			return new Order(reservation, payment);
		}
		return new Order(reservation, new Payment(payment.id(), payment.reservationId(), payment.amount(),
				PaymentStatus.CANCELLED, payment.createdAt(), null, null, List.of()));
	}

	/**
	 * A pass that paid something ends with the member's last live hold. One that paid
	 * nothing goes on.
	 */
	private void followReservations(Pass pass) {
		try {
			PassUse use = this.seatHolds.use(pass);
			if (use.hasPaid() && use.liveHoldEnd() == null) {
				this.passes.complete(pass);
			}
			else {
				this.waitingRoom.adjustPass(pass, use.liveHoldEnd());
			}
		}
		catch (RuntimeException failure) {
			tell(failure);
		}
	}

	private void followHold(Pass pass, Supplier<Instant> holdEnd) {
		try {
			this.waitingRoom.adjustPass(pass, holdEnd.get());
		}
		catch (RuntimeException failure) {
			tell(failure);
		}
	}

	private static void tell(RuntimeException failure) {
		log.warn("The pass does not follow what became of a hold; that itself stands: {}", failure.getMessage());
	}

	private record Paid(Payment payment, HoldToPay hold) {
	}

}
