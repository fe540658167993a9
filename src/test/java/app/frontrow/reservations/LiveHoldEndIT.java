package app.frontrow.reservations;

import java.util.UUID;

import app.frontrow.RunningProduct;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@RunningProduct
@Tag("database")
class LiveHoldEndIT {

	@Autowired
	Reservations reservations;

	@Test
	void memberWithoutAHoldHasNoEndOfHold() {
		assertThat(this.reservations.liveHoldEnd(UUID.randomUUID(), 1)).isEmpty();
	}

}
