/**
 * The values of a member in a queue: the place, its status, and the pass after admission.
 * Other modules read these values.
 */
@NamedInterface("place")
package app.frontrow.waitingroom.place;

import org.springframework.modulith.NamedInterface;
