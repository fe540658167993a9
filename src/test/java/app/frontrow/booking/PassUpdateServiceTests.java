package app.frontrow.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.payment.PassCompletionJob;
import app.frontrow.booking.reservation.PassUsage;
import app.frontrow.booking.reservation.PayableHold;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.reservation.ReservedSeat;
import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.place.Pass;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.RedisConnectionFailureException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class PassUpdateServiceTests {

	private static final Instant HOLD_END = Instant.parse("2030-06-01T10:00:00Z");

	private static final Pass PASS = new Pass(42, UUID.randomUUID(), 7);

	private static final Reservation PAID = new Reservation(UUID.randomUUID(), PASS.memberId(), 42, 11, HOLD_END,
			List.of(new ReservedSeat(7, "VIP", 150_000)), 150_000, ReservationStatus.HELD, HOLD_END, 7, Instant.EPOCH,
			null);

	private final WaitingRoomService waitingRoom = mock();

	private final ReservationQueryService reservations = mock();

	private final PassCompletionJob completion = mock();

	private final PassUpdateService updates = new PassUpdateService(this.waitingRoom, this.reservations,
			this.completion);

	@Test
	@ProvesRule(rule = "A payment ends its pass", guard = "PassUpdateService.followPayment",
			brokenBy = "leaving out complete")
	void payingTheLastHoldCompletesThePass() {
		this.updates.followPayment(new PayableHold(PAID, false));

		verify(this.completion).complete(PASS);
		verifyNoInteractions(this.reservations);
	}

	@Test
	void payingOneOfTwoHoldsKeepsThePass() {
		given(this.reservations.findPassUsage(PASS)).willReturn(new PassUsage(HOLD_END, true));

		this.updates.followPayment(new PayableHold(PAID, true));

		verify(this.waitingRoom).adjustPass(PASS, HOLD_END);
		verifyNoInteractions(this.completion);
	}

	@Test
	void payingTwoHoldsAtOnceCompletesThePass() {
		given(this.reservations.findPassUsage(PASS)).willReturn(new PassUsage(null, true));

		this.updates.followPayment(new PayableHold(PAID, true));

		verify(this.completion).complete(PASS);
	}

	@Test
	void cancellingWithoutAPaymentKeepsThePass() {
		given(this.reservations.findPassUsage(PASS)).willReturn(new PassUsage(null, false));

		this.updates.followReservations(PASS);

		verify(this.waitingRoom).adjustPass(PASS, null);
		verifyNoInteractions(this.completion);
	}

	@Test
	void redisFailureDoesNotFailTheRequest() {
		willThrow(new RedisConnectionFailureException("gone")).given(this.waitingRoom).adjustPass(any(), any());
		given(this.reservations.findPassUsage(PASS)).willReturn(new PassUsage(HOLD_END, true));

		assertThatCode(() -> this.updates.followHold(PASS, () -> HOLD_END)).doesNotThrowAnyException();
		assertThatCode(() -> this.updates.followReservations(PASS)).doesNotThrowAnyException();
	}

}
