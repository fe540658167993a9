package app.frontrow.waitingroom;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Concert;
import app.frontrow.catalogue.SaleStatus;
import app.frontrow.catalogue.SaleTerms;
import app.frontrow.shared.ProductKey;
import com.nimbusds.jose.JOSEException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.data.redis.core.StringRedisTemplate;

import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

/**
 * The waiting room of one instance with a memory and a tick of its own, on a real Redis;
 * what is in the database is left out.
 */
final class SimulatedInstance implements AutoCloseable {

	final WaitingRoom room;

	final QueueStore store;

	final Queues queues;

	private final Thread ticking;

	private volatile boolean ended;

	private final TicketSigner signer = signer();

	/** An instance that ticks. */
	SimulatedInstance(StringRedisTemplate redis, QueueSettings settings, long concertId) {
		this(redis, settings, concertId, true);
	}

	/** An instance that takes its steps only with near polls, and when it is told to. */
	static SimulatedInstance withoutTick(StringRedisTemplate redis, QueueSettings settings, long concertId) {
		return new SimulatedInstance(redis, settings, concertId, false);
	}

	private SimulatedInstance(StringRedisTemplate redis, QueueSettings settings, long concertId, boolean ticks) {
		QueueControls controls = mock(withSettings().stubOnly());
		given(controls.terms(anyLong())).willReturn(new QueueTerms(settings.capacity(), settings.admissionsPerSecond(),
				QueueMode.OPEN, Integer.MAX_VALUE, Instant.EPOCH));
		DrawRecords records = mock(withSettings().stubOnly());
		given(records.find(anyLong())).willReturn(Optional.empty());
		Draws draws = new Draws(new Lottery(new ProductKey(RunningProduct.TOKEN_KEY)), records);
		QueueMemories memories = new QueueMemories(draws);
		this.store = new QueueStore(redis, new QueueScripts(redis, settings, new SimpleMeterRegistry()),
				Clock.systemUTC());
		this.queues = new Queues(this.store, memories, controls, draws);
		this.room = new WaitingRoom(this.queues, this.signer, new PlaceView(new PollPace(settings)), new PollLimit(),
				new QueueMetrics(memories, new SimpleMeterRegistry()), catalogue(concertId), settings,
				Clock.systemUTC());
		QueueTick tick = new QueueTick(this.store, this.queues, memories, draws, Clock.systemUTC());
		this.ticking = new Thread(() -> tick(tick), "tick");
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

	String join(long concertId, UUID member) {
		return this.room.join(concertId, member).place().queueToken();
	}

	Ticket ticket(String token) {
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

	private static TicketSigner signer() {
		try {
			return new TicketSigner(new ProductKey(RunningProduct.TOKEN_KEY));
		}
		catch (JOSEException weak) {
			throw new IllegalArgumentException(weak);
		}
	}

}
