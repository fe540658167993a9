/**
 * Limits how often one member may join or poll.
 */
@NullMarked
package app.frontrow.waitingroom.limit;

import org.jspecify.annotations.NullMarked;
