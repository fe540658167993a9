package app.frontrow.payments;

import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

/**
 * Lets the holds of one member on this instance run one after another. Several at once
 * would wait for the member's allowance in the database, each with a connection, and
 * MySQL breaks them off as a deadlock if the first one is refused. The database decides
 * all the same, also between instances; this only keeps its lines short. Whoever waits
 * here has no connection.
 */
@Component
class MemberLocks {

	/** Members share locks by chance, which costs a short wait. */
	private static final int LOCKS = 4_096;

	private final ReentrantLock[] locks = IntStream.range(0, LOCKS)
		.mapToObj((number) -> new ReentrantLock(true))
		.toArray(ReentrantLock[]::new);

	/**
	 * Does the work while no other work for the member is done here.
	 */
	<T> T run(UUID memberId, Supplier<T> work) {
		ReentrantLock lock = this.locks[Math.floorMod(memberId.hashCode(), LOCKS)];
		lock.lock();
		try {
			return work.get();
		}
		finally {
			lock.unlock();
		}
	}

}
