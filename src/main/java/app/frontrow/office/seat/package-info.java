/**
 * The seats of a show as the ticket office sees and changes them.
 */
@NullMarked
package app.frontrow.office.seat;

import org.jspecify.annotations.NullMarked;
