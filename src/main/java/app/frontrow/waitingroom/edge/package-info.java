/**
 * What everybody may know about a queue. A proxy may keep it, and members compute their
 * own place from it.
 */
@NullMarked
package app.frontrow.waitingroom.edge;

import org.jspecify.annotations.NullMarked;
