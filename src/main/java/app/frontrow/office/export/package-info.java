/**
 * What leaves the ticket office as files: orders, tickets, the ledger, the settlement and
 * the history of sales, each as CSV and as a spreadsheet.
 */
@NullMarked
package app.frontrow.office.export;

import org.jspecify.annotations.NullMarked;
