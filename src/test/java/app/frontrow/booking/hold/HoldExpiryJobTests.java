package app.frontrow.booking.hold;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.seat.SeatRepository;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class HoldExpiryJobTests {

	private final ReservationReader reader = mock();

	private final ReservationRepository reservations = mock();

	private final SeatRepository seats = mock();

	private final List<Object> told = new ArrayList<>();

	private final RetryingTransactionExecutor transactions = mock();

	private final HoldExpiryJob sweeper = new HoldExpiryJob(this.reader, this.reservations, this.seats, this.told::add,
			this.transactions);

	@BeforeEach
	void workInTransactions() {
		given(this.transactions.run(any())).willAnswer((call) -> call.<Supplier<?>>getArgument(0).get());
	}

	@Test
	void sweepContinuesWhileBatchesAreFull() {
		Reservation over = SeatHoldServiceTests.reservation(ReservationStatus.EXPIRED);
		given(this.reader.lockExpiredHolds(anyInt())).willReturn(Collections.nCopies(100, over))
			.willReturn(Collections.nCopies(100, over))
			.willReturn(List.of(over));

		this.sweeper.expireHolds();

		verify(this.transactions, times(3)).run(any());
		assertThat(this.told).hasSize(201);
	}

	@Test
	void failureEndsOnlyThisSweep() {
		given(this.reader.lockExpiredHolds(100)).willThrow(new DataAccessResourceFailureException("gone"))
			.willThrow(new IllegalStateException("broken"))
			.willReturn(List.of());

		this.sweeper.expireHolds();
		this.sweeper.expireHolds();
		this.sweeper.expireHolds();

		verify(this.reader, times(3)).lockExpiredHolds(100);
	}

}
