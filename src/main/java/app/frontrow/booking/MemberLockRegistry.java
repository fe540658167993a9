package app.frontrow.booking;

import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

/**
 * Lets the holds of one member on this instance run one after another. Without it,
 * concurrent holds would wait for the member's allowance in the database, each with a
 * connection. MySQL ends them as a deadlock if the first one is rolled back. A request
 * that waits here has no connection. This lock only avoids such waits: the database still
 * decides every hold, also between instances.
 */
@Component
class MemberLockRegistry {

	/** Two members may share a lock. Then one of them waits for a short time. */
	private static final int LOCK_COUNT = 4_096;

	private final ReentrantLock[] locks = IntStream.range(0, LOCK_COUNT)
		.mapToObj((number) -> new ReentrantLock(true))
		.toArray(ReentrantLock[]::new);

	/**
	 * Waits until no other hold of the member runs on this instance.
	 * @return the lock; the caller must unlock it
	 */
	Lock acquire(UUID memberId) {
		Lock lock = this.locks[Math.floorMod(memberId.hashCode(), LOCK_COUNT)];
		lock.lock();
		return lock;
	}

}
