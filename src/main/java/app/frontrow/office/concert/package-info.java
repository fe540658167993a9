/**
 * Concerts as the ticket office sees them: with all their shows and what became of the
 * seats.
 */
package app.frontrow.office.concert;
