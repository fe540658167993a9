/**
 * The seats of a show as the ticket office sees and changes them.
 */
package app.frontrow.office.seat;
