/**
 * Pages and API of the waiting room: join, see the place, leave.
 */
@NullMarked
package app.frontrow.waitingroom.web;

import org.jspecify.annotations.NullMarked;
