/**
 * The page and the API of the live board, with the form that steers the queue.
 */
@NullMarked
package app.frontrow.office.web.board;

import org.jspecify.annotations.NullMarked;
