/**
 * The page and the API of the live board, with the form that steers the queue.
 */
package app.frontrow.office.web.board;
