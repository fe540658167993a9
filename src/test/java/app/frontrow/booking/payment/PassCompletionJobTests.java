package app.frontrow.booking.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.payment.PassCompletionProgressRepository.Sweep;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.place.Pass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.RedisConnectionFailureException;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

class PassCompletionJobTests {

	private static final Pass MINAS = new Pass(42, UUID.randomUUID(), 7);

	private static final Pass JOONS = new Pass(42, UUID.randomUUID(), 8);

	private static final Sweep SOME = new Sweep(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), true,
			List.of(UUID.randomUUID()));

	private static final Sweep NONE = new Sweep(SOME.until(), SOME.until().plusSeconds(1), false, List.of());

	private final WaitingRoomService waitingRoom = mock();

	private final ReservationQueryService reservations = mock();

	private final PassCompletionProgressRepository sweeps = mock();

	private final RetryingTransactionExecutor transactions = mock();

	private final PassCompletionJob job = new PassCompletionJob(this.waitingRoom, this.reservations, this.sweeps,
			this.transactions);

	@BeforeEach
	void workInTransactions() {
		given(this.transactions.run(any())).willAnswer((call) -> call.<Supplier<?>>getArgument(0).get());
		given(this.sweeps.finish(any())).willReturn(true);
		given(this.reservations.findPassesWithoutHold(SOME.reservationIds())).willReturn(List.of(MINAS, JOONS));
	}

	@Test
	@ProvesRule(rule = "A payment ends its pass also when Redis was away", guard = "PassCompletionJob.complete",
			brokenBy = "leaving out left.add")
	void failedCompletionIsTriedAgain() {
		willThrow(new RedisConnectionFailureException("gone")).given(this.waitingRoom).complete(any());
		this.job.complete(MINAS);
		this.job.complete(JOONS);
		this.job.retry();
		verify(this.waitingRoom, times(2)).complete(MINAS);

		willDoNothing().given(this.waitingRoom).complete(any());
		this.job.retry();
		this.job.retry();

		verify(this.waitingRoom, times(3)).complete(MINAS);
		verify(this.waitingRoom, times(2)).complete(JOONS);
		verifyNoMoreInteractions(this.waitingRoom);
	}

	@Test
	void failedSweepIsNotFinished() {
		given(this.sweeps.findNextSweep()).willReturn(SOME);
		willThrow(new RedisConnectionFailureException("gone")).given(this.waitingRoom).complete(JOONS);

		this.job.sweep();

		verify(this.sweeps, never()).finish(any());
	}

	@Test
	void failureOfOnePassDoesNotDelayOthers() {
		willThrow(new IllegalStateException("broken")).given(this.waitingRoom).complete(MINAS);
		given(this.sweeps.findNextSweep()).willReturn(SOME).willReturn(NONE);
		this.job.complete(MINAS);
		this.job.complete(JOONS);

		this.job.retry();
		this.job.sweep();

		verify(this.waitingRoom, times(2)).complete(JOONS);
		verify(this.sweeps).finish(SOME);
	}

	@Test
	void sweepStopsIfAnotherInstanceFinishedIt() {
		given(this.sweeps.findNextSweep()).willReturn(SOME);
		given(this.sweeps.finish(SOME)).willReturn(false);

		this.job.sweep();

		verify(this.sweeps, times(1)).findNextSweep();
	}

}
