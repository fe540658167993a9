package app.frontrow.waitingroom.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Concert;
import app.frontrow.catalogue.SaleStatus;
import app.frontrow.catalogue.SaleTerms;
import app.frontrow.shared.ProductKey;
import app.frontrow.waitingroom.WaitingRoom;
import app.frontrow.waitingroom.draw.Draws;
import app.frontrow.waitingroom.draw.TestDraws;
import app.frontrow.waitingroom.limit.PollLimit;
import app.frontrow.waitingroom.memory.QueueMemories;
import app.frontrow.waitingroom.policy.QueueControls;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueSettings;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.redis.QueueStore;
import app.frontrow.waitingroom.token.Ticket;
import app.frontrow.waitingroom.token.TicketSigner;
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

	public final WaitingRoom room;

	public final QueueStore store;

	public final Queues queues;

	private final Thread ticking;

	private volatile boolean ended;

	private final TicketSigner signer;

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
		QueueControls controls = mock(withSettings().stubOnly());
		given(controls.getTerms(anyLong())).willReturn(new QueueTerms(settings.capacity(),
				settings.admissionsPerSecond(), QueueMode.OPEN, Integer.MAX_VALUE, Instant.EPOCH));
		this.context.registerBean(StringRedisTemplate.class, () -> redis);
		this.context.registerBean(QueueSettings.class, () -> settings);
		this.context.registerBean(QueueControls.class, () -> controls);
		this.context.registerBean(Draws.class, () -> new TestDraws().draws);
		this.context.registerBean(Catalogue.class, () -> catalogue(concertId));
		this.context.registerBean(ProductKey.class, () -> new ProductKey(RunningProduct.TOKEN_KEY));
		this.context.registerBean(Clock.class, Clock::systemUTC);
		this.context.register(SimpleMeterRegistry.class, PollLimit.class, WaitingRoom.class, TicketSigner.class);
		this.context.scan(QueueMemories.class.getPackageName(), QueueStore.class.getPackageName(),
				Queues.class.getPackageName());
		this.context.refresh();
		this.store = this.context.getBean(QueueStore.class);
		this.queues = this.context.getBean(Queues.class);
		this.room = this.context.getBean(WaitingRoom.class);
		this.signer = this.context.getBean(TicketSigner.class);
		this.ticking = new Thread(() -> tick(this.context.getBean(QueueTick.class)), "tick");
		if (ticks) {
			this.ticking.start();
		}
	}

	private void tick(QueueTick tick) {
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

	public Ticket ticket(String token) {
		return this.signer.read(token);
	}

	@Override
	public void close() {
		this.ended = true;
		this.ticking.interrupt();
	}

	private static Catalogue catalogue(long concertId) {
		Catalogue catalogue = mock(withSettings().stubOnly());
		given(catalogue.concert(concertId)).willReturn(new Concert(concertId, "T", "A", "V", "", Instant.EPOCH,
				SaleStatus.ON_SALE, Instant.EPOCH, Instant.MAX, Integer.MAX_VALUE, List.of()));
		given(catalogue.saleTerms(concertId)).willReturn(new SaleTerms(Integer.MAX_VALUE, Instant.EPOCH));
		return catalogue;
	}

}
