package app.frontrow.payments;

import java.util.UUID;

import app.frontrow.reservations.HoldExpired;
import app.frontrow.waitingroom.Pass;
import app.frontrow.waitingroom.WaitingRoom;
import org.junit.jupiter.api.Test;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class PaymentConsequencesTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final UUID RESERVATION = UUID.randomUUID();

	private final WaitingRoom waitingRoom = mock();

	private final Payments payments = mock();

	private final PaymentConsequences consequences = new PaymentConsequences(this.waitingRoom, this.payments);

	@Test
	void payingEndsThePassThatTheSeatsWereHeldWith() {
		this.consequences.endPass(new PaymentCompleted(UUID.randomUUID(), RESERVATION, MINA, 42, 7));

		verify(this.waitingRoom).complete(new Pass(42, MINA, 7));
		verifyNoInteractions(this.payments);
	}

	@Test
	void holdThatRanOutCancelsItsPayment() {
		this.consequences.cancelPayment(new HoldExpired(RESERVATION, MINA, 42, 7));

		verify(this.payments).cancelPending(RESERVATION);
		verifyNoInteractions(this.waitingRoom);
	}

}
