package app.frontrow.waitingroom;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Concert;
import app.frontrow.catalogue.SaleStatus;
import app.frontrow.shared.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.RedisConnectionFailureException;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class QueueTickTests {

	private static final Instant NOW = Instant.ofEpochSecond(1_900_000_000);

	private final QueueStore queues = mock();

	private final Catalogue catalogue = mock();

	private final QueueTick tick = new QueueTick(this.queues, this.catalogue, Clock.fixed(NOW, ZoneOffset.UTC));

	@BeforeEach
	void aConcertWithAQueue() {
		given(this.queues.live()).willReturn(Set.of("42"));
		given(this.catalogue.concert(42))
			.willReturn(new Concert(42, "T", "A", "V", "", NOW, SaleStatus.ON_SALE, NOW, NOW, 77, List.of()));
	}

	@Test
	void everyLiveQueueTakesAStep() throws Exception {
		given(this.queues.step(42, 77)).willReturn(List.of(5L, 0L));

		this.tick.tick();

		verify(this.queues).step(42, 77);
		verify(this.queues, never()).retire(any(), anyLong());
	}

	@Test
	void emptyQueueRetiresAMinuteAfterTheLastJoin() throws Exception {
		given(this.queues.step(42, 77)).willReturn(List.of(0L, 0L));

		this.tick.tick();

		verify(this.queues).retire("42", NOW.minusSeconds(60).toEpochMilli());
	}

	@Test
	void queueOfAConcertThatIsGoneIsSoldOut() throws Exception {
		given(this.catalogue.concert(42)).willThrow(new NotFoundException());
		given(this.queues.step(42, 0)).willReturn(List.of(0L, 1L));

		this.tick.tick();

		verify(this.queues).step(42, 0);
	}

	@Test
	void failureEndsThisTickOnly() throws Exception {
		given(this.queues.step(42, 77)).willThrow(new RedisConnectionFailureException("gone"))
			.willThrow(new IllegalStateException("broken"))
			.willReturn(List.of(1L, 1L));

		this.tick.tick();
		this.tick.tick();
		this.tick.tick();

		verify(this.queues, times(3)).step(42, 77);
	}

}
