/**
 * The values of a member in a queue: the place, its status, and the pass after admission.
 * Other modules read these values.
 */
@NamedInterface("place")
@NullMarked
package app.frontrow.waitingroom.place;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
