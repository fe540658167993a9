package app.frontrow.waitingroom.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.concert.SaleTerms;
import app.frontrow.shared.KeyRing;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.draw.DrawService;
import app.frontrow.waitingroom.draw.TestDraws;
import app.frontrow.waitingroom.limit.PollRateLimiter;
import app.frontrow.waitingroom.memory.QueueMemoryRegistry;
import app.frontrow.waitingroom.policy.QueueControlService;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueSettings;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.redis.QueueStore;
import app.frontrow.waitingroom.token.QueueTicket;
import app.frontrow.waitingroom.token.QueueTicketSigner;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

/**
 * The waiting room of one instance, with its own memory and tick, on a real Redis. It has
 * no database.
 */
public final class SimulatedInstance implements AutoCloseable {

	public final WaitingRoomService room;

	public final QueueStore store;

	public final QueueService queues;

	public final QueueMemoryRegistry memories;

	private final Thread ticking;

	private volatile boolean ended;

	private final QueueTicketSigner signer;

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	/** An instance that ticks. */
	public SimulatedInstance(StringRedisTemplate redis, QueueSettings settings, long concertId) {
		this(redis, settings, concertId, true);
	}

	/** An instance that takes its steps only with near polls, and when it is told to. */
	public static SimulatedInstance withoutTick(StringRedisTemplate redis, QueueSettings settings, long concertId) {
		return new SimulatedInstance(redis, settings, concertId, false);
	}

	private SimulatedInstance(StringRedisTemplate redis, QueueSettings settings, long concertId, boolean ticks) {
		QueueControlService controls = mock(withSettings().stubOnly());
		given(controls.getTerms(anyLong())).willReturn(new QueueTerms(settings.capacity(),
				settings.admissionsPerSecond(), QueueMode.OPEN, Integer.MAX_VALUE, Instant.EPOCH));
		this.context.registerBean(StringRedisTemplate.class, () -> redis);
		this.context.registerBean(QueueSettings.class, () -> settings);
		this.context.registerBean(QueueControlService.class, () -> controls);
		this.context.registerBean(DrawService.class, () -> new TestDraws().draws);
		this.context.registerBean(CatalogueQueryService.class, () -> catalogue(concertId));
		this.context.registerBean(KeyRing.class, () -> KeyRing.of(RunningProduct.TOKEN_KEY));
		this.context.registerBean(Clock.class, Clock::systemUTC);
		this.context.register(SimpleMeterRegistry.class, PollRateLimiter.class, WaitingRoomService.class,
				QueueTicketSigner.class);
		this.context.scan(QueueMemoryRegistry.class.getPackageName(), QueueStore.class.getPackageName(),
				QueueService.class.getPackageName());
		this.context.refresh();
		this.store = this.context.getBean(QueueStore.class);
		this.queues = this.context.getBean(QueueService.class);
		this.memories = this.context.getBean(QueueMemoryRegistry.class);
		this.room = this.context.getBean(WaitingRoomService.class);
		this.signer = this.context.getBean(QueueTicketSigner.class);
		this.ticking = new Thread(() -> tick(this.context.getBean(QueueTickJob.class)), "tick");
		if (ticks) {
			this.ticking.start();
		}
	}

	private void tick(QueueTickJob tick) {
		try {
			while (!this.ended) {
				tick.tick();
				Thread.sleep(200);
			}
		}
		catch (InterruptedException over) {
			Thread.currentThread().interrupt();
		}
	}

	public String join(long concertId, UUID member) {
		return this.room.join(concertId, member).place().queueToken();
	}

	public QueueTicket ticket(String token) {
		return this.signer.read(token);
	}

	@Override
	public void close() {
		this.ended = true;
		this.ticking.interrupt();
	}

	private static CatalogueQueryService catalogue(long concertId) {
		CatalogueQueryService catalogue = mock(withSettings().stubOnly());
		given(catalogue.getConcert(concertId)).willReturn(new Concert(concertId, "T", "A", "V", "", Instant.EPOCH,
				SaleStatus.ON_SALE, Instant.EPOCH, Instant.MAX, Integer.MAX_VALUE, List.of()));
		given(catalogue.getSaleTerms(concertId))
			.willReturn(new SaleTerms(Integer.MAX_VALUE, Instant.EPOCH, SaleStatus.ON_SALE));
		return catalogue;
	}

}
