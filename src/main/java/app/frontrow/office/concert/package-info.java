/**
 * Concerts as the ticket office sees them: with all their shows and what became of the
 * seats.
 */
@NullMarked
package app.frontrow.office.concert;

import org.jspecify.annotations.NullMarked;
