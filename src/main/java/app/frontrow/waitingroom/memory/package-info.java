/**
 * What one instance knows about a queue without a call to Redis.
 */
@NullMarked
package app.frontrow.waitingroom.memory;

import org.jspecify.annotations.NullMarked;
