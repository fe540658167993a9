/**
 * The live board of a concert: what was sold, what the queue does, and what happened in
 * each minute of the sale.
 */
@NullMarked
package app.frontrow.office.board;

import org.jspecify.annotations.NullMarked;
