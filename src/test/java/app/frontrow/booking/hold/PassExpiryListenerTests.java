package app.frontrow.booking.hold;

import java.time.Instant;
import java.util.UUID;

import app.frontrow.booking.reservation.HoldExpired;
import app.frontrow.booking.reservation.PassUsage;
import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.place.Pass;
import org.junit.jupiter.api.Test;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class PassExpiryListenerTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final Pass PASS = new Pass(42, MINA, 7);

	private final WaitingRoomService waitingRoom = mock();

	private final ReservationReader reservations = mock();

	private final PassExpiryListener ending = new PassExpiryListener(this.waitingRoom, this.reservations);

	private final HoldExpired event = new HoldExpired(UUID.randomUUID(), MINA, 42, 7);

	@Test
	@ProvesRule(rule = "A pass that paid something is completed when the last hold runs out",
			guard = "PassExpiryListener.endPass", brokenBy = "leaving out hasPaid")
	void paidPassIsCompleted() {
		given(this.reservations.findPassUsage(PASS)).willReturn(new PassUsage(null, true));

		this.ending.endPass(this.event);

		verify(this.waitingRoom).complete(PASS);
	}

	@Test
	void liveHoldKeepsThePass() {
		given(this.reservations.findPassUsage(PASS)).willReturn(new PassUsage(Instant.MAX, true));

		this.ending.endPass(this.event);

		verifyNoInteractions(this.waitingRoom);
	}

}
