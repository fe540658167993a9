/**
 * Seats and money that cannot go wrong: repeated requests, refunds, proof.
 */
package app.frontrow.money;
