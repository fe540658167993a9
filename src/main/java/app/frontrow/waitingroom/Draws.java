package app.frontrow.waitingroom;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

import app.frontrow.waitingroom.DrawRecords.Entry;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Service;

/**
 * Which place each number has: its own, or the one it drew. Every instance computes the
 * same order from the seed, so nobody stores it.
 */
@Service
public class Draws {

	private static final int BATCH = 500;

	private final Lottery lottery;

	private final DrawRecords records;

	private final Cache<Long, Order> orders = Caffeine.newBuilder().maximumSize(100).build();

	/** Draws that are known to be written down. */
	private final Set<Long> recorded = ConcurrentHashMap.newKeySet();

	Draws(Lottery lottery, DrawRecords records) {
		this.lottery = lottery;
		this.records = records;
	}

	/**
	 * The draw of this concert: the commitment before it, seed and number of entrants
	 * after it.
	 */
	public Draw of(long concertId) {
		Entry entry = this.records.find(concertId).orElse(null);
		String planned = this.lottery.seed(concertId);
		if (entry == null) {
			return new Draw(concertId, Lottery.commitment(planned), null, null, null);
		}
		String seed = (entry.seed() != null) ? entry.seed() : planned;
		return new Draw(concertId, Lottery.commitment(seed), seed, entry.entrants(), entry.drawnAt());
	}

	/** How many took part; -1 before the draw. */
	long entrants(long concertId) {
		return this.records.find(concertId).map(Entry::entrants).orElse(-1L);
	}

	/**
	 * The place of a number.
	 * @param lots how many places were drawn; -1 while that is not known
	 * @return 0 while it is not known
	 */
	long place(Ticket ticket, long lots) {
		if (lots < 0) {
			return 0;
		}
		return (ticket.seq() <= lots) ? order(ticket.concertId(), lots).places()[(int) ticket.seq()] : ticket.seq();
	}

	/**
	 * After the opening: writes down how many took part, and tells Redis who drew the
	 * places near the front, as the front comes on.
	 */
	void settle(Queue queue, QueueSnapshot snapshot, QueueStore store) {
		long concertId = queue.concertId();
		if (!this.recorded.contains(concertId)) {
			this.records.insert(concertId, snapshot.lots(), this.lottery.seed(concertId));
			this.recorded.add(concertId);
		}
		Seated seated = new Seated(snapshot.seated(), snapshot.front());
		while (seated.last() < Math.min(snapshot.lots(), seated.front() + snapshot.band())) {
			Seated next = store.seat(queue, seated.last() + 1, numbers(concertId, snapshot.lots(), seated.last()));
			if (next.last() <= seated.last()) {
				return;
			}
			seated = next;
		}
	}

	/** The numbers that drew the places after this one. */
	private List<Long> numbers(long concertId, long lots, long place) {
		int[] drawn = order(concertId, lots).numbers();
		return LongStream.range(place, Math.min(lots, place + BATCH)).mapToObj((i) -> (long) drawn[(int) i]).toList();
	}

	private Order order(long concertId, long lots) {
		return this.orders.get(concertId, (id) -> Order.of(this.lottery.draw(id, (int) lots)));
	}

	/**
	 * How far Redis knows who drew which place.
	 *
	 * @param last the last place of which it is known
	 * @param front the last place that is decided
	 */
	record Seated(long last, long front) {
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
