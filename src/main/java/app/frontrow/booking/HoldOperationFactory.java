package app.frontrow.booking;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.Lock;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.hold.SeatHoldService;
import app.frontrow.booking.payment.PaymentRepository;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.SeatChoice;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.idempotency.IdempotentOperation;
import app.frontrow.waitingroom.Admission;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.wallet.WalletService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes the operation that holds seats for a member and writes the pending payment.
 */
@Component
class HoldOperationFactory {

	private final WaitingRoomService waitingRoom;

	private final CatalogueQueryService catalogue;

	private final MemberLockRegistry locks;

	private final SeatHoldService seatHolds;

	private final ReservationQueryService reservations;

	private final WalletService wallets;

	private final PaymentRepository payments;

	private final PassUpdateService passUpdates;

	HoldOperationFactory(WaitingRoomService waitingRoom, CatalogueQueryService catalogue, MemberLockRegistry locks,
			SeatHoldService seatHolds, ReservationQueryService reservations, WalletService wallets,
			PaymentRepository payments, PassUpdateService passUpdates) {
		this.waitingRoom = waitingRoom;
		this.catalogue = catalogue;
		this.locks = locks;
		this.seatHolds = seatHolds;
		this.reservations = reservations;
		this.wallets = wallets;
		this.payments = payments;
		this.passUpdates = passUpdates;
	}

	IdempotentOperation<Order> prepare(UUID memberId, @Nullable String queueToken, SeatChoice choice) {
		return new HoldOperation(memberId, queueToken, choice);
	}

	private final class HoldOperation implements IdempotentOperation<Order> {

		private final UUID memberId;

		private final @Nullable String queueToken;

		private final SeatChoice choice;

		private Show show;

		private Admission admission;

		private @Nullable Lock lock;

		HoldOperation(UUID memberId, @Nullable String queueToken, SeatChoice choice) {
			this.memberId = memberId;
			this.queueToken = queueToken;
			this.choice = choice;
		}

		@Override
		public void check() {
			waitingRoom.requireOwner(this.queueToken, this.memberId);
			this.show = catalogue.getShow(this.choice.showId());
			this.admission = waitingRoom.requireTurn(this.queueToken, this.memberId, this.show.concertId());
			this.lock = locks.acquire(this.memberId);
			seatHolds.checkBeforeHold(this.show, this.choice.seatNumbers());
		}

		@Override
		public Order execute() {
			Reservation reservation = seatHolds.hold(seatHolds.prepare(this.admission, this.show, this.choice));
			wallets.requirePayable(reservation.total());
			return new Order(reservation, payments.insertPending(reservation));
		}

		@Override
		public void close() {
			if (this.lock != null) {
				this.lock.unlock();
			}
		}

		@Override
		public void afterCommit(Order order) {
			passUpdates.followHold(this.admission.pass(), () -> end(order.reservation()));
		}

		/**
		 * Returns the latest end of the member's holds. The new hold ends last, unless
		 * the start of its show shortens it.
		 */
		private @Nullable Instant end(Reservation hold) {
			return hold.heldUntil().isBefore(hold.startsAt()) ? hold.heldUntil()
					: reservations.findPassUsage(hold.pass()).liveHoldEnd();
		}

	}

}
