/**
 * The queue in Redis: the scripts, their arguments, and their answers.
 */
package app.frontrow.waitingroom.redis;
