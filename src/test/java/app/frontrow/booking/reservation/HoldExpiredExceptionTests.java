package app.frontrow.booking.reservation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HoldExpiredExceptionTests {

	@Test
	void expiredHoldIsAFinalRefusal() {
		assertThat(new HoldExpiredException(7).isFinal()).isTrue();
	}

}
