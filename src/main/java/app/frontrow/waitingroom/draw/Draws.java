package app.frontrow.waitingroom.draw;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

import app.frontrow.waitingroom.draw.DrawRecords.Entry;
import app.frontrow.waitingroom.token.Ticket;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Service;

/**
 * Which place each number has: its own, or the one it drew. Every instance computes the
 * same order from the seed, so nobody stores it.
 */
@Service
public class Draws {

	private static final int PLACES_PER_CALL = 500;

	private final Lottery lottery;

	private final DrawRecords records;

	private final Cache<Long, Order> orders = Caffeine.newBuilder().maximumSize(100).build();

	/** Draws that are known to be written down. */
	private final Set<Long> recordedConcerts = ConcurrentHashMap.newKeySet();

	Draws(Lottery lottery, DrawRecords records) {
		this.lottery = lottery;
		this.records = records;
	}

	/**
	 * The draw of this concert: the commitment before it, seed and number of entrants
	 * after it.
	 */
	public Draw getDraw(long concertId) {
		Entry entry = this.records.find(concertId).orElse(null);
		String planned = this.lottery.deriveSeed(concertId);
		if (entry == null) {
			return new Draw(concertId, Lottery.computeCommitment(planned), null, null, null);
		}
		String seed = (entry.seed() != null) ? entry.seed() : planned;
		return new Draw(concertId, Lottery.computeCommitment(seed), seed, entry.entrants(), entry.drawnAt());
	}

	/** How many took part; -1 before the draw. */
	public long findEntrantCount(long concertId) {
		return this.records.find(concertId).map(Entry::entrants).orElse(-1L);
	}

	/**
	 * The place of a number.
	 * @param lots how many places were drawn; -1 while that is not known
	 * @return 0 while it is not known
	 */
	public long findPlace(Ticket ticket, long lots) {
		if (lots < 0) {
			return 0;
		}
		return (ticket.number() <= lots) ? order(ticket.concertId(), lots).places()[(int) ticket.number()]
				: ticket.number();
	}

	/** Stores how many numbers took part in the draw, unless it is stored already. */
	public void record(long concertId, long lots) {
		if (!this.recordedConcerts.contains(concertId)) {
			this.records.insert(concertId, lots, this.lottery.deriveSeed(concertId));
			this.recordedConcerts.add(concertId);
		}
	}

	/** The numbers that drew the places after this one, some hundreds at most. */
	public List<Long> numbersAfter(long place, long concertId, long lots) {
		int[] drawn = order(concertId, lots).numbers();
		return LongStream.range(place, Math.min(lots, place + PLACES_PER_CALL))
			.mapToObj((i) -> (long) drawn[(int) i])
			.toList();
	}

	private Order order(long concertId, long lots) {
		return this.orders.get(concertId, (id) -> Order.of(this.lottery.draw(id, (int) lots)));
	}

	/**
	 * Who drew what.
	 *
	 * @param numbers by place, from 0
	 * @param places by number, from 1
	 */
	private record Order(int[] numbers, int[] places) {

		static Order of(int[] numbers) {
			int[] places = new int[numbers.length + 1];
			for (int i = 0; i < numbers.length; i++) {
				places[numbers[i]] = i + 1;
			}
			return new Order(numbers, places);
		}

	}

}
