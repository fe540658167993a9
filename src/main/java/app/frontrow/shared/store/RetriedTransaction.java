package app.frontrow.shared.store;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs a method of a bean in its own transaction, which has committed when the method
 * returns. After a deadlock or a lock timeout the method runs again from its start, at
 * most three times. It does not run again after four seconds. That is twice the lock
 * timeout, so another instance probably holds the lock and hangs.
 */
@Retryable(includes = PessimisticLockingFailureException.class, maxRetries = 3, delay = 20, jitter = 15, multiplier = 2,
		timeout = 4_000)
@Transactional
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RetriedTransaction {

}
