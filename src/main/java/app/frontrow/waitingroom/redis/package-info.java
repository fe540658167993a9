/**
 * The queue in Redis: the scripts, their arguments, and their answers.
 */
@NullMarked
package app.frontrow.waitingroom.redis;

import org.jspecify.annotations.NullMarked;
