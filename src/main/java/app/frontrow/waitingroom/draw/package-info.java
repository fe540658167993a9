/**
 * The draw, which gives places to members who joined before the opening of sales.
 */
@NullMarked
package app.frontrow.waitingroom.draw;

import org.jspecify.annotations.NullMarked;
