/**
 * The ticket of a place, and the signed token that carries it.
 */
package app.frontrow.waitingroom.token;
