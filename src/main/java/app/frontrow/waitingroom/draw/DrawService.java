package app.frontrow.waitingroom.draw;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

import app.frontrow.waitingroom.draw.DrawRepository.Entry;
import app.frontrow.waitingroom.token.QueueTicket;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Service;

/**
 * Finds the place of each number. A number from before the opening has a drawn place. For
 * later numbers the place equals the number. Every instance computes the same order from
 * the seed, so the order is not stored.
 */
@Service
public class DrawService {

	private static final int PLACES_PER_CALL = 500;

	private final DrawSeedService seeds;

	private final DrawRepository records;

	private final Cache<Long, Order> orders = Caffeine.newBuilder().maximumSize(100).build();

	/** Concerts whose draw is stored. */
	private final Set<Long> recordedConcerts = ConcurrentHashMap.newKeySet();

	DrawService(DrawSeedService seeds, DrawRepository records) {
		this.seeds = seeds;
		this.records = records;
	}

	/**
	 * Returns the draw of this concert. It contains seed and entrants only after the
	 * draw.
	 */
	public Draw getDraw(long concertId) {
		Entry entry = this.records.find(concertId).orElse(null);
		if (entry == null) {
			return new Draw(concertId, this.seeds.getCommitment(concertId), null, null, null);
		}
		String seed = (entry.seed() != null) ? entry.seed() : this.seeds.getSeed(concertId);
		return new Draw(concertId, DrawAlgorithm.computeCommitment(seed), seed, entry.entrants(), entry.drawnAt());
	}

	/** Returns the draw as it was stored; empty before the draw. */
	public Optional<RecordedDraw> findRecordedDraw(long concertId) {
		return this.records.find(concertId).map((entry) -> new RecordedDraw(entry.entrants(), entry.drawnAt()));
	}

	/**
	 * Returns the place of the ticket's number.
	 * @param drawnPlaces how many places were drawn; -1 if that is not known
	 * @return the place from 1; 0 if it is not known
	 */
	public long findPlace(QueueTicket ticket, long drawnPlaces) {
		if (drawnPlaces < 0) {
			return 0;
		}
		return (ticket.number() <= drawnPlaces)
				? order(ticket.concertId(), drawnPlaces).placeByNumber()[(int) ticket.number()] : ticket.number();
	}

	/**
	 * Returns whether the number will probably draw one of the first places. Twice as
	 * many count, to be safe.
	 * @param entrants how many numbers there are so far
	 */
	public boolean isLikelyAmongFirst(QueueTicket ticket, long entrants, long first) {
		return 2 * first >= entrants
				|| DrawAlgorithm.computeFraction(this.seeds.getSeed(ticket.concertId()), ticket.number())
						* entrants <= 2 * first;
	}

	/** Stores how many numbers took part in the draw, unless it is stored already. */
	public void record(long concertId, long drawnPlaces) {
		if (!this.recordedConcerts.contains(concertId)) {
			this.records.insert(concertId, drawnPlaces, this.seeds.getSeed(concertId));
			this.recordedConcerts.add(concertId);
		}
	}

	/**
	 * Returns the numbers that drew the places after one place, up to the last one, a few
	 * hundred at most.
	 */
	public List<Long> numbersBetween(long place, long last, long concertId, long drawnPlaces) {
		int[] drawn = order(concertId, drawnPlaces).numberByPlace();
		return LongStream.range(place, Math.min(last, place + PLACES_PER_CALL))
			.mapToObj((i) -> (long) drawn[(int) i])
			.toList();
	}

	private Order order(long concertId, long drawnPlaces) {
		return this.orders.get(concertId,
				(id) -> Order.of(DrawAlgorithm.draw(this.seeds.getSeed(id), (int) drawnPlaces)));
	}

	/**
	 * The order of one draw.
	 *
	 * @param numberByPlace the numbers by place; index 0 is place 1
	 * @param placeByNumber the places by number; index 1 is number 1
	 */
	private record Order(int[] numberByPlace, int[] placeByNumber) {

		static Order of(int[] numbers) {
			int[] places = new int[numbers.length + 1];
			for (int i = 0; i < numbers.length; i++) {
				places[numbers[i]] = i + 1;
			}
			return new Order(numbers, places);
		}

	}

}
