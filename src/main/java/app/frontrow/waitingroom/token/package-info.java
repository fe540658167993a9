/**
 * The ticket of a place, and the signed token that contains the ticket.
 */
package app.frontrow.waitingroom.token;
