/**
 * What a member has in a queue: a place, its status, and the pass of an admitted member.
 * Other modules read these values.
 */
@NamedInterface("place")
package app.frontrow.waitingroom.place;

import org.springframework.modulith.NamedInterface;
