/**
 * The ticket of a place, and the signed token that contains the ticket.
 */
@NullMarked
package app.frontrow.waitingroom.token;

import org.jspecify.annotations.NullMarked;
