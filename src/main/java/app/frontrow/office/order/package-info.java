/**
 * Orders as the ticket office finds and reads them.
 */
package app.frontrow.office.order;
