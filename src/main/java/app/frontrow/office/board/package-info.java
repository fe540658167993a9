/**
 * The live board of a concert: what was sold, what the queue does, and what happened in
 * each minute of the sale.
 */
package app.frontrow.office.board;
