/**
 * Bad input at scale: requests that nobody should send, sent by a client that does not
 * mind.
 */
package app.frontrow.fuzz;
