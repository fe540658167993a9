package app.frontrow.booking;

import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
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
class MemberLockRegistry {

	/** Members share locks by chance, which costs a short wait. */
	private static final int LOCK_COUNT = 4_096;

	private final ReentrantLock[] locks = IntStream.range(0, LOCK_COUNT)
		.mapToObj((number) -> new ReentrantLock(true))
		.toArray(ReentrantLock[]::new);

	/**
	 * Waits until no other hold of the member runs here.
	 * @return the lock, for the caller to unlock
	 */
	Lock acquire(UUID memberId) {
		Lock lock = this.locks[Math.floorMod(memberId.hashCode(), LOCK_COUNT)];
		lock.lock();
		return lock;
	}

}
