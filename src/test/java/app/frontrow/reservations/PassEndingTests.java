package app.frontrow.reservations;

import java.time.Instant;
import java.util.UUID;

import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.place.Pass;
import app.frontrow.waitingroom.WaitingRoom;
import app.frontrow.waitingroom.place.Pass;
import org.junit.jupiter.api.Test;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class PassEndingTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final Pass PASS = new Pass(42, MINA, 7);

	private final WaitingRoom waitingRoom = mock();

	private final Reservations reservations = mock();

	private final PassEnding ending = new PassEnding(this.waitingRoom, this.reservations);

	private final HoldExpired event = new HoldExpired(UUID.randomUUID(), MINA, 42, 7);

	@Test
	@ProvesRule(rule = "A pass that paid something is completed when the last hold runs out", guard = "PassEnding.on",
			brokenBy = "leaving out hasPaid")
	void paidPassIsCompleted() {
		given(this.reservations.use(PASS)).willReturn(new PassUse(null, true));

		this.ending.on(this.event);

		verify(this.waitingRoom).complete(PASS);
	}

	@Test
	void liveHoldKeepsThePass() {
		given(this.reservations.use(PASS)).willReturn(new PassUse(Instant.MAX, true));

		this.ending.on(this.event);

		verifyNoInteractions(this.waitingRoom);
	}

}
