package app.frontrow.payments;

import java.util.UUID;

import app.frontrow.reservations.HoldExpired;
import org.junit.jupiter.api.Test;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

class PaymentConsequencesTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final UUID RESERVATION = UUID.randomUUID();

	private final Payments payments = mock();

	private final PaymentConsequences consequences = new PaymentConsequences(this.payments);

	@Test
	void holdThatRanOutCancelsItsPayment() {
		this.consequences.cancelPayment(new HoldExpired(RESERVATION, MINA, 42, 7));

		verify(this.payments).cancelPending(RESERVATION);
	}

}
